package io.innkeeper.console;

import static io.innkeeper.console.SampleShell.LONG;
import static io.innkeeper.console.SampleShell.moment;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Bars;
import io.innkeeper.console.view.BudgetBar;
import io.innkeeper.console.view.BudgetRow;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.Figure;
import io.innkeeper.console.view.Gauge;
import io.innkeeper.console.view.HouseSpend;
import io.innkeeper.console.view.KeyRow;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.OrganisationHead;
import io.innkeeper.console.view.RouteRow;
import io.innkeeper.console.view.Secret;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.ShareRow;
import io.innkeeper.console.view.SpendRules;
import io.innkeeper.console.view.SpendView;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.WindowState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Money to look at. */
final class SampleMoney {
  private SampleMoney() {}

  static OrganisationHead head(String name, boolean spend) {
    return new OrganisationHead(
        name,
        WindowState.HEALTHY,
        "Active",
        Sentence.of("14 tenants, all as they should be."),
        List.of(
            Action.go("Change", "/organisations/oipip/change").with("sliders-horizontal"),
            Action.go("Open a tenant", "/tenants/new?organisation=oipip").with("plus").primary()),
        List.of(
            Action.ask("Suspend…", "/organisations/oipip/suspend").with("pause"),
            Action.ask("Close…", "/organisations/oipip/close").with("x").danger()),
        "/organisations/oipip/commands",
        List.of(
            new Tab("Tenants", "14", "/organisation", !spend),
            new Tab("Spend", "", "/organisation-spend", spend)));
  }

  static HouseSpend house() {
    List<Double> hours = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 24; i++) hours.add(i < 7 ? random.nextInt(20) : 80.0 + random.nextInt(300));
    return new HouseSpend(
        List.of(
            Figure.usd("Today, so far", "66.87")
                .opening("/usage?days=today")
                .saying(
                    Sentence.of("3,412 calls · 4 ").link("unsettled", "/usage?state=unsettled")),
            Figure.usd("November", "1,784.68")
                .opening("/usage")
                .saying(Sentence.of("+6.4% on 1–20 October")),
            Figure.usd("Billed to clients", "2,230.85").saying(Sentence.of("margin 446.17"))),
        days(),
        Gauge.of(
            "Calls per hour",
            "214",
            "this hour, at most 371 in one of the last 24",
            hours,
            371,
            0));
  }

  private static Bars days() {
    Random random = new Random(3);
    List<Bars.Day> days = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      boolean weekend = i % 7 == 2 || i % 7 == 3;
      String label = i == 29 ? "today" : i % 7 == 4 && i < 27 ? (1 + i) + " Nov" : "";
      double value = i == 29 ? 66.87 : weekend ? 14 + random.nextInt(5) : 100 + random.nextInt(40);
      days.add(new Bars.Day("Day " + i + ": USD " + value, label, value, "/usage", i == 29));
    }
    return Bars.of("Cost per day over the last 30 days", days);
  }

  static SpendView spend() {
    return new SpendView(
        head(LONG, true),
        List.of(
            Figure.usd("Today, so far", "16.11")
                .opening("/usage")
                .saying(Sentence.of("337 calls · ").link("2 unsettled", "/usage")),
            Figure.usd("November", "12,345.79")
                .opening("/usage")
                .saying(Sentence.of("+17.2% on 1–20 October")),
            Figure.usd("Billed", "15,432.24").saying(Sentence.of("× 1.25 now")),
            Figure.of("Tokens", "75.2 M").saying(Sentence.of("9,688 calls"))),
        Optional.of(
            new BudgetBar(
                "Budget for November",
                82,
                9,
                "warn",
                Sentence.NONE
                    .strong("82%")
                    .plain(" of USD 15,000.00")
                    .quiet(" · 1,350.20 held for calls under way · marks at 50, 80 and 100%"))),
        "",
        days(),
        UsagePage.columns(false),
        SampleCalls.rows(),
        "/usage",
        List.of(SampleCalls.unsettled()),
        "/usage?state=unsettled",
        List.of(
            new ShareRow("anthropic/claude-sonnet-4", true, "294.32", 61, "/usage"),
            new ShareRow("google/gemini-2.5-pro", true, "66.56", 14, "/usage"),
            new ShareRow(
                "some-vendor/a-model-with-a-name-that-does-not-want-to-end-anywhere:thinking",
                true,
                "61.77",
                13,
                "/usage")),
        List.of(
            new ShareRow("Ewa Lis", false, "294.32", 61, "/usage"),
            new ShareRow(LONG, false, "66.56", 14, "/usage"),
            new ShareRow("no person", false, "0.00", 0, "/usage")),
        Optional.of(
            new Secret(
                "Key deploy-ci",
                "It is shown now and never again; we keep only its hash.",
                "ink-vk-7hQ2mKd9Vx0pLr4TzYw8NbEcSgUjAf-7hQ2mKd9Vx0",
                "/organisations/oipip/keys/seen")),
        List.of(Action.go("Make a key", "/organisations/oipip/keys/new").with("plus")),
        List.of(
            new KeyRow(
                "Kancelaria Brzoza i Wspólnicy",
                "its workspace",
                "ink-…9xQ1",
                WindowState.VALID,
                "Valid",
                "those of its organisation",
                Moment.NONE,
                Sentence.of("The value before it, ")
                    .code("ink-…02mK")
                    .plain(", counts until 15:32:10."),
                List.of(Action.ask("Rotate…", "/x/rotate").with("rotate-cw"))),
            new KeyRow(
                LONG,
                "the organisation, Wawrzyniec Brzęczyszczykiewicz-Chrząszczyrzewoszycki",
                "ink-vk-…UjAf",
                WindowState.EXPIRED,
                "Expired",
                "USD 1,200.00 a month, 600 calls a minute, 40 models or patterns",
                moment("1 Nov"),
                Sentence.NONE,
                List.of(Action.ask("Revoke…", "/x/revoke").with("trash-2").danger()))),
        new SpendRules(
            List.of(
                new BudgetRow(
                    LONG,
                    "organisation",
                    "15,000.00",
                    "12,345.79",
                    "1,350.20",
                    82,
                    "warn",
                    "shortens answers, then refuses",
                    List.of(Action.go("Change", "/x/change").with("sliders-horizontal"))),
                new BudgetRow(
                    "every person without one of their own",
                    "user",
                    "40.00",
                    "0.00",
                    "0.00",
                    0,
                    "",
                    "refuses calls",
                    List.of(Action.go("Change", "/x/change").with("sliders-horizontal")))),
            List.of(Action.go("Set a budget", "/organisations/oipip/budgets/new").with("plus")),
            List.of(
                new RouteRow(
                    "pracownia-sztucznej-inteligencji/chrząszcz-…",
                    "modele.pracownia-sztucznej-inteligencji.example",
                    "https://modele.pracownia-sztucznej-inteligencji.example/v1",
                    "OpenAI’s, overlooks the rest",
                    List.of(Action.go("Change", "/x/change").with("sliders-horizontal"))),
                new RouteRow(
                    "all models",
                    "acme",
                    "https://llm.acme.example/v1",
                    "OpenRouter’s",
                    List.of())),
            List.of(Action.go("Add a route", "/organisations/oipip/routes/new").with("plus")),
            List.of(
                Fact.of("Allowed", Sentence.NONE.code("openai/*").plain(", ").code("anthropic/*")),
                Fact.of("Denied", "none"),
                Fact.of("Last set by", "Marta Zielińska")),
            "/organisations/oipip/models",
            List.of(Fact.of("Each person, calls a minute", "600")),
            "/organisations/oipip/limits"),
        "");
  }

  static SpendView nothingSpent() {
    return new SpendView(
        head("Atelier Korb", true),
        List.of(
            Figure.usd("Today, so far", "0.00").saying(Sentence.of("0 calls")),
            Figure.usd("November", "0.00"),
            Figure.usd("Billed", "0.00").saying(Sentence.of("× 1.3 now")),
            Figure.of("Tokens", "0").saying(Sentence.of("0 calls"))),
        Optional.empty(),
        "No budget is set: calls are not limited by what they cost.",
        Bars.of("Cost per day", List.of()),
        UsagePage.columns(false),
        List.of(),
        "/usage",
        List.of(),
        "",
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        new SpendRules(List.of(), List.of(), List.of(), List.of(), List.of(), "", List.of(), ""),
        "");
  }
}
