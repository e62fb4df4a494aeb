package io.innkeeper.console;

import static io.innkeeper.console.SampleShell.LONG;
import static io.innkeeper.console.SampleShell.moment;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Amount;
import io.innkeeper.console.view.CallRow;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.Figure;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.PaidCallView;
import io.innkeeper.console.view.PaidCallView.Happened;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.UsageListView;
import io.innkeeper.console.view.WindowState;
import java.util.List;
import java.util.Optional;

/** Calls as the console shows them: the list and one of them. */
final class SampleCalls {
  private static final String ONE = "/usage/calls/1";

  private SampleCalls() {}

  static List<CallRow> rows() {
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

  static CallRow unsettled() {
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
