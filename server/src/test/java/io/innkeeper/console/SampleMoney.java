package io.innkeeper.console;

import static io.innkeeper.console.SampleShell.LONG;
import static io.innkeeper.console.SampleShell.moment;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Amount;
import io.innkeeper.console.view.Bars;
import io.innkeeper.console.view.BudgetBar;
import io.innkeeper.console.view.BudgetRow;
import io.innkeeper.console.view.CallRow;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.Figure;
import io.innkeeper.console.view.Gauge;
import io.innkeeper.console.view.HouseSpend;
import io.innkeeper.console.view.KeyRow;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.OrganisationHead;
import io.innkeeper.console.view.PaidCallView;
import io.innkeeper.console.view.PaidCallView.Happened;
import io.innkeeper.console.view.RouteRow;
import io.innkeeper.console.view.Secret;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.ShareRow;
import io.innkeeper.console.view.SpendRules;
import io.innkeeper.console.view.SpendView;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.UsageListView;
import io.innkeeper.console.view.WindowState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Money to look at. */
final class SampleMoney {
  private static final String ONE = "/usage/calls/1";

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
        rows(),
        "/usage",
        List.of(unsettled()),
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

  private static List<CallRow> rows() {
    return List.of(
        row("14:21:07", "Ewa Lis", true, "", "0.019612", WindowState.SETTLED),
        row("14:20:58", "Ewa Lis", true, "title", "0.000214", WindowState.SETTLED),
        unsettled(),
        row("14:18:40", LONG, false, "", "1.204113", WindowState.RECONCILED),
        row("14:02:11", "no person", true, "embedding", "0.000001", WindowState.ESTIMATED));
  }

  private static CallRow row(
      String at, String who, boolean verified, String kind, String cost, WindowState state) {
    return new CallRow(
        moment(at),
        ONE,
        who,
        verified,
        "Brzoza i Wspólnicy",
        "Kancelaria Brzoza i Wspólnicy",
        "anthropic/claude-sonnet-4",
        kind,
        "8,412",
        "731",
        cost,
        state,
        Sentence.NONE);
  }

  private static CallRow unsettled() {
    return new CallRow(
        moment("14:19:33"),
        ONE,
        "Jan Kos",
        true,
        "Brzoza i Wspólnicy",
        "Kancelaria Brzoza i Wspólnicy",
        "google/gemini-2.5-pro",
        "",
        "0",
        "0",
        "—",
        WindowState.UNSETTLED,
        Sentence.of(
            "The upstream’s answer broke off. Asked 2 times. The upstream is asked again at"
                + " 14:33:10."));
  }

  static UsageListView usage() {
    return new UsageListView(
        "Calls of models, newest first, at the upstream’s prices. Times in Warsaw.",
        List.of(Action.go("CSV", "/usage/export").with("download")),
        listing(new Listing.Paging("Newest 5 of 3,412", "", "/usage?before=x")),
        rows(),
        true,
        "/usage/commands",
        Optional.empty(),
        "");
  }

  static UsageListView unused() {
    return new UsageListView(
        "Calls of models, newest first, at the upstream’s prices. Times in Warsaw.",
        List.of(),
        listing(Listing.Paging.NONE),
        List.of(),
        true,
        "/usage/commands",
        Optional.of(
            Empty.none(
                "No call this month",
                "A question typed into a workspace shows here a moment after its answer.",
                Action.go("All days", "/usage?days=all"))),
        "");
  }

  private static Listing listing(Listing.Paging paging) {
    return new Listing(
        "/usage",
        "",
        "",
        List.of(),
        List.of(
            filter("Organisation", "Kancelaria Brzoza i Wspólnicy"),
            filter("Model", "anthropic/claude-sonnet-4"),
            new Listing.Filter(
                "Days", "This month", List.of(new Listing.Option("Today", "", "/usage", false)))),
        List.of(
            SampleTenants.everything("All", "3,412"),
            SampleTenants.chip(WindowState.SETTLED, "Settled", "3,406", false),
            SampleTenants.chip(WindowState.RECONCILED, "Reconciled", "2", false),
            SampleTenants.chip(WindowState.UNSETTLED, "Unsettled", "4", false)),
        UsagePage.columns(true),
        paging,
        "3,412 calls");
  }

  private static Listing.Filter filter(String name, String value) {
    return new Listing.Filter(
        name,
        "",
        List.of(
            new Listing.Option("Any", "", "/usage", true),
            new Listing.Option(value, "", "/usage", false)));
  }

  static PaidCallView call() {
    return new PaidCallView(
        "A call of 14:21:07",
        List.of(
            new Tab("Kancelaria Brzoza i Wspólnicy", "", "/organisation-spend", false),
            new Tab("Calls", "", "/usage", false)),
        WindowState.SETTLED,
        Sentence.of("Ewa Lis, Brzoza i Wspólnicy, 20 November 2026"),
        ONE,
        ONE,
        List.of(Action.ask("Correct…", ONE + "/correct")),
        "/commands",
        figures(Figure.usd("Cost", "0.0196122")),
        List.of(
            happened("14:21:07", "Arrived", "POST /v1/chat/completions, stream, 31.4 kB"),
            new Happened(
                "+0.05 ms",
                "Recognised",
                Sentence.of("Key of tenant ")
                    .link("brzoza", "/tenants/brzoza")
                    .plain(". The person is Ewa Lis, by the workspace’s signed header."),
                ""),
            happened(
                "+0.11 ms",
                "Admitted",
                "Model, limits and budget passed. Worst case reserved: USD 0.1464"),
            new Happened(
                "+0.24 ms",
                "Forwarded",
                Sentence.of("to openrouter, as user ").code("brz_9f31c2aa0b7d4e6f"),
                ""),
            happened("+613 ms", "First byte", "passed on the moment it came"),
            happened("+9.841 s", "Usage arrived", "cost 0.0196122"),
            happened("+9.842 s", "Answer whole", "because: stop, 12.2 kB with status 200"),
            new Happened(
                "",
                "On disk",
                Sentence.of("journal segment 000214, offset 88,120,332, ")
                    .code("crc 5f1c09ae")
                    .plain("; only then the last bytes went out"),
                ""),
            happened("14:21:19", "In the ledger", "line 4,188,204, in batch 212, settled"),
            new Happened(
                "21 Nov, 02:30", "Compared with the upstream", Sentence.of("to come"), "todo")),
        List.of(
            List.of(
                Amount.line("Prompt, fresh", "0.006804").noted("2,268 × USD 3 a million"),
                Amount.line("Prompt, from the cache", "0.0018432")
                    .noted("6,144 × USD 0.3 a million"),
                Amount.line("Answer, thinking included", "0.010965")
                    .noted("731 × USD 15 a million"),
                Amount.sum("By the price list, USD", "0.0196122")),
            List.of(
                Amount.line("The upstream charged, USD", "0.0196122"),
                Amount.line("Markup that applied", "× 1.25"),
                Amount.line("Billed at first, USD", "0.02451525"),
                Amount.line("Adjusted by marta", "−0.01").noted("answered twice"),
                Amount.sum("Billed in all, USD", "0.01451525"))),
        Sentence.of("Not rounded here. Rounding happens once, on the statement line."),
        facts(),
        "");
  }

  static PaidCallView unsettledCall() {
    return new PaidCallView(
        "A call of 14:19:33",
        List.of(new Tab("Calls", "", "/usage", false)),
        WindowState.UNSETTLED,
        Sentence.of("Jan Kos, Brzoza i Wspólnicy, 20 November 2026")
            .quiet(" · the person is not proven"),
        ONE,
        "",
        List.of(
            Action.post("Ask the upstream now", ONE + "/ask").with("refresh-cw"),
            Action.ask("Settle by hand…", ONE + "/settle")),
        "",
        figures(Figure.of("Cost", "—").saying(Sentence.of("at most USD 0.1464"))),
        List.of(
            happened("14:19:33", "Arrived", "POST /v1/chat/completions, stream, 31.4 kB"),
            happened("+9.842 s", "Ended without a cost", "The upstream’s answer broke off."),
            new Happened(
                "14:33:10",
                "Its cost is looked up at the upstream",
                Sentence.of(
                    "Asked 2 times. The upstream is asked again at 14:33:10. It said: no such"
                        + " generation"),
                "now")),
        List.of(
            List.of(
                Amount.line("The upstream charged, USD", "—").noted("not known yet"),
                Amount.sum("Held of the budget, USD", "0.1464"))),
        Sentence.of("Nothing is billed for it until its cost is known; its worst case stays held."),
        facts(),
        "");
  }

  private static List<Figure> figures(Figure cost) {
    return List.of(
        cost,
        Figure.of("Tokens", "8,412").and("in", true).and("731", false).and("out", true),
        Figure.of("First byte", "613").and("ms", true),
        Figure.of("Added by us", "0.24")
            .and("ms", true)
            .saying(Sentence.of("until the upstream had it")));
  }

  private static List<Fact> facts() {
    return List.of(
        Fact.of("Model asked", Sentence.NONE.code("anthropic/claude-sonnet-4")),
        Fact.of("Model answered", Sentence.NONE.code("anthropic/claude-sonnet-4")),
        Fact.of("Provider", "Anthropic"),
        Fact.of("Kind", Sentence.of("chat").quiet(" · as the workspace says")),
        Fact.of("Ended", "stop"),
        Fact.of("Generation", Sentence.NONE.code("gen-1795180867-Tn4cQ0")),
        Fact.of("Request", Sentence.NONE.code("01JD4W7R3K9M")));
  }

  private static Happened happened(String when, String what, String more) {
    return new Happened(when, what, Sentence.of(more), "");
  }
}
