package io.innkeeper.console;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Amount;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.Figure;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.OneStatementView;
import io.innkeeper.console.view.OneStatementView.Check;
import io.innkeeper.console.view.ProfitListView;
import io.innkeeper.console.view.SeatListView;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.StatementListView;
import io.innkeeper.console.view.StatementListView.Row;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.money.ExchangeRate;
import io.innkeeper.money.Usd;
import io.innkeeper.statement.Conversion;
import io.innkeeper.statement.Language;
import io.innkeeper.statement.Party;
import io.innkeeper.statement.SeatFeed;
import io.innkeeper.statement.Statement;
import io.innkeeper.statement.StatementLine;
import io.innkeeper.statement.StatementLine.Usage.Kind;
import io.innkeeper.statement.Vat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Statements to look at. */
final class SampleStatements {
  private static final Tab ALL = new Tab("Statements", "", "/statements", false);

  private static final Map<String, String> RANKS =
      Map.ofEntries(
          Map.entry("Number", ""),
          Map.entry("Organisation", ""),
          Map.entry("Month", "r2"),
          Map.entry("State", "col-state"),
          Map.entry("To be paid", "num"),
          Map.entry("In", "r2"),
          Map.entry("Person", ""),
          Map.entry("From", "r2"),
          Map.entry("Until", "r2"),
          Map.entry("Days", "num"),
          Map.entry("Amount", "num"),
          Map.entry("", "acts"),
          Map.entry("Calls", "num r2"),
          Map.entry("Paid, USD", "num r2"),
          Map.entry("Billed, USD", "num r2"),
          Map.entry("Left, USD", "num"),
          Map.entry("Markup", "num r3"),
          Map.entry("Left", "num r3"));

  private SampleStatements() {}

  static StatementListView list() {
    return new StatementListView(
        "What organisations owe, month by month. An issued statement never changes.",
        List.of(Action.go("Profit", "/profit")),
        listing("1–3 of 3", "Number", "Organisation", "Month", "State", "To be paid", "In"),
        List.of(
            row("Draft", "", SampleShell.LONG, WindowState.WAITING, "Ready to issue", "2,331.97"),
            row("2026/10/0030", "", "Brzoza", WindowState.LIT, "Issued", "12,284.60"),
            row(
                "2026/09/0031",
                "corrects 2026/09/0030",
                "Klinika",
                WindowState.SETTLED,
                "Paid",
                "−11.07")),
        "/statements/commands",
        Optional.empty());
  }

  /** Heads as the pages have them, narrow ranks included. */
  private static Listing listing(String paging, String... heads) {
    List<Listing.Column> columns = new ArrayList<>();
    for (String head : heads)
      columns.add(new Listing.Column(head, "", "", RANKS.getOrDefault(head, "")));
    return new Listing(
        "/statements",
        "",
        "",
        List.of(),
        List.of(),
        List.of(),
        columns,
        new Listing.Paging(paging, "", ""),
        "");
  }

  private static Row row(
      String number, String under, String who, WindowState state, String word, String amount) {
    return new Row(number, under, "/statements/1", who, "October 2026", state, word, "PLN", amount);
  }

  static OneStatementView draft() {
    return new OneStatementView(
        "October 2026 for Kancelaria Brzoza",
        List.of(ALL),
        WindowState.WAITING,
        "Draft",
        Sentence.of("Ready to issue since 2 Nov, 06:00."),
        Optional.of(StatementPaper.of(statement())),
        List.of(
            new Check("ok", "check", Sentence.of("All 13,252 calls are settled or reconciled.")),
            new Check("ok", "check", Sentence.of("24 seats, 1 joined on 16 October.")),
            new Check(
                "warn",
                "triangle-alert",
                Sentence.of("2 calls are estimated, USD 0.001104 together. ")
                    .link("See them", "/usage")),
            new Check("bad", "circle-alert", Sentence.of("1 call has no known cost yet."))),
        List.of(
            Action.ask("Issue 2026/10/0031…", "/statements/1/issue").primary(),
            Action.go("Add a correction", "/statements/1/correct")),
        "Once issued it never changes. A mistake is put right by a new document that refers to it.",
        List.of(
            Fact.of("Language", "Polski"),
            Fact.of("Lines", "by model"),
            Fact.of("Rate", "last day of the month"),
            Fact.of("SHA-256", Sentence.NONE.code("4f".repeat(32)))),
        List.of(
            Amount.line("Usage and adjustments, USD", "166.04"),
            Amount.line("Paid to the upstream, USD", "132.84"),
            Amount.sum("Margin on usage, USD", "33.20")),
        "/statements/1/commands",
        Optional.empty());
  }

  static Statement statement() {
    LocalDate day = LocalDate.of(2026, 10, 30);
    BigDecimal rate = new BigDecimal("3.7812");
    return new Statement(
        new UUID(1, 1),
        new UUID(2, 2),
        Optional.empty(),
        Optional.empty(),
        YearMonth.of(2026, 10),
        Language.PL,
        "PLN",
        new Party(
            "Halny Hosting sp. z o.o.",
            List.of("ul. Przykładowa 4", "30-001 Kraków"),
            "000-000-00-00",
            "",
            ""),
        new Party(
            "Kancelaria Brzoza i Wspólnicy",
            List.of("al. Zmyślona 12", "00-002 Warszawa"),
            "000-000-00-01",
            "",
            ""),
        Optional.empty(),
        Optional.empty(),
        14,
        List.of(
            usage("anthropic/claude-sonnet-4", 2533, 27_125_427, "101.78232", "384.86"),
            usage("openai/text-embedding-3-small", 1531, 18_377_484, "0.459437", "1.74"),
            seats(23, Optional.empty(), 31, "1242.00"),
            seats(1, Optional.of(LocalDate.of(2026, 10, 16)), 16, "27.87"),
            new StatementLine.Adjustment(
                "zapytanie z 14 października, policzone mimo błędu dostawcy",
                Usd.parse("-0.4866"),
                new BigDecimal("-1.84"))),
        new Vat(BigDecimal.valueOf(23), ""),
        Optional.of(new BigDecimal("1.25")),
        new Conversion(
            Conversion.Policy.LAST_DAY,
            Optional.of(rate),
            List.of(new ExchangeRate("PLN", rate, day, "NBP", "212/A/NBP/2026", false))),
        Optional.of(SeatFeed.MANUAL));
  }

  private static StatementLine usage(
      String model, long calls, long tokens, String billed, String net) {
    return new StatementLine.Usage(
        Optional.empty(), model, Kind.MODEL, calls, tokens, Usd.parse(billed), new BigDecimal(net));
  }

  private static StatementLine seats(int count, Optional<LocalDate> since, int days, String net) {
    return new StatementLine.Seats(
        count, new BigDecimal("54.00"), since, Optional.empty(), days, 31, new BigDecimal(net));
  }

  static SeatListView seats() {
    return new SeatListView(
        "Seats of Kancelaria Brzoza",
        List.of(new Tab("Organisations", "", "/organisations", false)),
        "Whoever is entered pays by the day; all have the price of their number.",
        List.of(Action.go("Add a seat", "/organisations/brzoza/seats/new").with("plus").primary()),
        listing("1–2 of 2", "Person", "From", "Until", "Days", "Amount", ""),
        List.of(
            Figure.of("People with a seat", "24"),
            Figure.usd("A seat for the month", "54.00"),
            Figure.usd("This month", "1,269.87")),
        List.of(
            new SeatListView.Tier("1–3", "79.00", false),
            new SeatListView.Tier("20 and more", "54.00", true)),
        List.of(
            seat(SampleShell.LONG, "anna@example.org", "31", "54.00"),
            seat("Jan Wrona", "", "16", "27.87")),
        "/organisations/brzoza/seats/commands",
        Optional.empty());
  }

  private static SeatListView.Row seat(String name, String under, String days, String amount) {
    return new SeatListView.Row(
        name,
        under,
        "2026-10-01",
        "—",
        days,
        amount,
        Optional.of(Action.ask("End…", "/organisations/brzoza/seats/1/end").quiet()));
  }

  static ProfitListView profit() {
    return new ProfitListView(
        "By each organisation’s own days. Seats are not in it: they cost nothing upstream.",
        List.of(ALL),
        listing(
            "", "Organisation", "Calls", "Paid, USD", "Billed, USD", "Left, USD", "Markup", "Left"),
        List.of(Figure.usd("Left", "33.20"), Figure.usd("Billed", "166.04")),
        List.of(part("")),
        List.of(part("anthropic/claude-sonnet-4"), part("")),
        "/profit/commands",
        Optional.empty());
  }

  private static ProfitListView.Row part(String model) {
    return new ProfitListView.Row(
        SampleShell.LONG,
        "/statements",
        model,
        "13,252",
        "132.840000",
        "166.040000",
        "−33.200000",
        true,
        "× 1.2500",
        "125.58 PLN",
        !model.isEmpty());
  }
}
