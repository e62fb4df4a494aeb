package io.innkeeper.cli.statement;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.client.Answer;
import io.innkeeper.client.NewSeat;
import io.innkeeper.client.Page;
import io.innkeeper.client.SeatEnd;
import io.innkeeper.client.SeatImport;
import io.innkeeper.client.SeatImported;
import io.innkeeper.client.SeatMonthView;
import io.innkeeper.client.SeatPricesChange;
import io.innkeeper.client.SeatPricesView;
import io.innkeeper.client.SeatTierView;
import io.innkeeper.client.SeatView;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper seat …} */
@Command(name = "seat", description = "Seats: people whose places are paid for by the month.")
public final class SeatCommand {
  private static final String ORG = "Its slug or id.";
  private static final String SEATS = "/organisations/{}/seats";
  private static final String PRICES = "/organisations/{}/seat-prices";
  private static final TypeReference<Page<SeatPricesView>> HISTORY = new TypeReference<>() {};

  private final Desk desk;

  public SeatCommand(Desk desk) {
    this.desk = desk;
  }

  @Command(description = "List an organisation's seats in a month.")
  void list(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Option(names = "--month", paramLabel = "MONTH", description = "This month when not given.")
          Optional<YearMonth> month) {
    Answer answer = desk.client().get(Query.of(SEATS, org).with("month", month).path());
    if (desk.options().json()) {
      desk.json(answer.json());
      return;
    }
    SeatMonthView seats = answer.as(SeatMonthView.class);
    String none =
        seats.feed().equals("none")
            ? "Seats aren't billed. Change that: innkeeper billing set " + org + " --seats manual"
            : "Nobody has a seat in " + seats.month() + ".";
    desk.table(table(), seats.seats(), none);
    if (seats.seats().isEmpty()) return;
    desk.tell(
        "%d in %s at %s each: %s %s."
            .formatted(
                seats.count(),
                seats.month(),
                StatementText.plain(seats.price()),
                seats.currency(),
                StatementText.plain(seats.total())));
  }

  @Command(description = "Give somebody a seat.")
  void add(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Parameters(paramLabel = "NAME", description = "What the person is called.") String name,
      @Option(names = "--email", paramLabel = "ADDRESS", description = "Their e-mail address.")
          Optional<String> email,
      @Option(
              names = "--person",
              paramLabel = "ID",
              description = "An id that stays; the address, else the name, when not given.")
          Optional<String> person,
      @Option(names = "--from", paramLabel = "DAY", description = "Its first day; today usually.")
          Optional<LocalDate> from,
      @Option(names = "--until", paramLabel = "DAY", description = "The first day without it.")
          Optional<LocalDate> until) {
    NewSeat seat =
        new NewSeat(
            person.orElse(null), name, email.orElse(null), from.orElse(null), until.orElse(null));
    desk.show(
        desk.client().post(Query.of(SEATS, org).path(), seat),
        SeatView.class,
        SeatView::person,
        made -> made.name() + " has a seat from " + made.from() + ".");
  }

  @Command(
      description = "End a seat.",
      footer = {"", "Ending it on its first day takes it away altogether."})
  void remove(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Parameters(paramLabel = "PERSON", description = "The person's id, or the seat's.")
          String person,
      @Option(
              names = "--until",
              paramLabel = "DAY",
              description = "The first day without it; tomorrow when not given.")
          Optional<LocalDate> until) {
    desk.client()
        .post(Query.of(SEATS + "/{}/end", org, person).path(), new SeatEnd(until.orElse(null)));
    desk.tell(person + " has no seat any more" + until.map(day -> " from " + day).orElse("") + ".");
  }

  @Command(
      name = "import",
      description = "Bring seats in from a CSV file; all rows or none.",
      footer = {"", "Its heading names the columns: person, name, email, from, until."})
  void bringIn(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Parameters(paramLabel = "FILE", description = "The table, in UTF-8.") Path file) {
    desk.show(
        desk.client().post(Query.of(SEATS + "/import", org).path(), new SeatImport(read(file))),
        SeatImported.class,
        done -> "",
        done ->
            "%d added, %d changed, %d as they were."
                .formatted(done.added(), done.changed(), done.same()));
  }

  @Command(
      description = "Show what seats cost, or set it from a month on.",
      footer = {
        "",
        "For example: innkeeper seat prices brzoza --since 2026-12 --set 1=79 --set 4=69"
      })
  void prices(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Option(
              names = "--set",
              paramLabel = "COUNT=PRICE",
              description = "A tier: from so many seats on each costs so much; can be repeated.")
          Map<Integer, BigDecimal> tiers,
      @Option(names = "--since", paramLabel = "MONTH", description = "The first month.")
          Optional<YearMonth> since,
      @Option(
              names = "--currency",
              paramLabel = "CODE",
              description = "The organisation's when not given.")
          Optional<String> currency) {
    String path = Query.of(PRICES, org).path();
    Answer answer = desk.client().get(path);
    if (tiers != null) {
      SeatPricesChange change =
          new SeatPricesChange(
              since.map(YearMonth::toString).orElse(null), currency.orElse(null), given(tiers));
      answer = desk.client().put(path, answer.version().orElse(0), change);
    }
    if (desk.options().json()) desk.json(answer.json());
    else desk.table(history(), answer.as(HISTORY).items(), "");
  }

  private static List<SeatTierView> given(Map<Integer, BigDecimal> tiers) {
    return tiers.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(tier -> new SeatTierView(tier.getKey(), tier.getValue()))
        .toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new Refusal(
          ExitCode.INPUT, "Tried to read " + file + " but could not: " + e.getMessage(), "");
    }
  }

  private static Table<SeatView> table() {
    return new Table<SeatView>()
        .column("Person", SeatView::person)
        .column("Name", SeatView::name)
        .column("E-mail", SeatView::email)
        .column("From", seat -> seat.from().toString())
        .column("Until", seat -> seat.until() == null ? "" : seat.until().toString())
        .number("Days", seat -> Integer.toString(seat.days()))
        .number("Amount", seat -> StatementText.plain(seat.amount()));
  }

  private static Table<SeatPricesView> history() {
    return new Table<SeatPricesView>()
        .column("Since", prices -> prices.since() == null ? "always" : prices.since())
        .column("Seats and price", SeatCommand::tiers)
        .column("In", SeatPricesView::currency);
  }

  private static String tiers(SeatPricesView prices) {
    return prices.tiers().stream()
        .map(tier -> tier.from() + "+: " + StatementText.plain(tier.price()))
        .collect(Collectors.joining(", "));
  }
}
