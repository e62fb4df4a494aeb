package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.client.NewSeat;
import io.innkeeper.client.SeatTierView;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.FieldGroup;
import io.innkeeper.console.view.FormView;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.statement.Months;
import io.innkeeper.statement.Seat;
import io.innkeeper.statement.SeatInput;
import io.innkeeper.statement.SeatPrices;
import io.innkeeper.statement.SeatTable;
import io.innkeeper.statement.SeatTiers;
import io.innkeeper.statement.Seats;
import io.innkeeper.statement.StatementRoom;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adding seats, importing them, and what they cost. */
final class SeatForms {
  private static final String SECTION = StatementRows.PATH;
  private static final String ALL = "/organisations/{organisation}/seats";
  private static final List<String> SEAT = List.of("name", "email", "person", "from", "until");
  private static final List<String> PRICES = List.of("since", "tiers");

  private final ConsoleParts parts;
  private final StatementRoom room;
  private final Pages pages;

  SeatForms(ConsoleParts parts, Pages pages) {
    this.parts = parts;
    this.room = parts.money().statements();
    this.pages = pages;
  }

  void hang(Routes routes) {
    routes.page("GET", ALL + "/new", OPERATOR, this::adding);
    routes.page("POST", ALL, OPERATOR, this::add);
    routes.page("GET", ALL + "/import", OPERATOR, this::importing);
    routes.page("POST", ALL + "/import", OPERATOR, this::bringIn);
    routes.page("GET", ALL + "/prices", OPERATOR, this::prices);
    routes.page("POST", ALL + "/prices", OPERATOR, this::setPrices);
  }

  private Reply adding(Call call) {
    Organisation one = RulesPage.open(parts, call);
    Typed typed = Typed.now(Map.of("from", today(one).toString()));
    return pages.page(call, SECTION, seatForm(one, typed));
  }

  private Reply add(Call call) {
    Organisation one = RulesPage.open(parts, call);
    Typed typed = Typed.of(call, SEAT);
    try {
      NewSeat given =
          new NewSeat(
              typed.value("person"),
              typed.value("name"),
              typed.value("email"),
              day(typed, "from").orElse(null),
              day(typed, "until").orElse(null));
      Seat seat = room.seats().add(one, SeatInput.of(given, today(one)), call.actor());
      return pages.done(
          call,
          SeatsPage.address(one),
          Toast.of(
              seat.name()
                  + " has a seat from "
                  + seat.from()
                  + "."
                  + SeatsPage.alreadyIssued(room, one, seat.from())));
    } catch (Fault e) {
      return pages.formAgain(call, SECTION, seatForm(one, typed.refusedBy(e, "name")));
    }
  }

  private Reply importing(Call call) {
    Organisation one = RulesPage.open(parts, call);
    return pages.page(call, SECTION, tableForm(one, Typed.now(Map.of("csv", ""))));
  }

  private Reply bringIn(Call call) {
    Organisation one = RulesPage.open(parts, call);
    Typed typed = Typed.of(call, List.of("csv"));
    try {
      Seats.Imported done =
          room.seats().bringIn(one, SeatTable.read(typed.value("csv"), today(one)), call.actor());
      String words =
          "%d added, %d changed, %d as they were."
              .formatted(done.added(), done.changed(), done.same());
      return pages.done(call, SeatsPage.address(one), Toast.of(words));
    } catch (Fault e) {
      return pages.formAgain(call, SECTION, tableForm(one, typed.refusedBy(e, "csv")));
    }
  }

  private Reply prices(Call call) {
    Organisation one = RulesPage.open(parts, call);
    SeatPrices.History history = room.prices().history(one.id());
    YearMonth next = YearMonth.from(today(one)).plusMonths(1);
    List<String> lines =
        room.prices().of(one, next).tiers().tiers().stream()
            .map(tier -> tier.from() + " = " + tier.price().toPlainString())
            .toList();
    Typed typed = Typed.now(Map.of("since", next.toString(), "tiers", String.join("\n", lines)));
    return pages.page(call, SECTION, pricesForm(one, history.version(), typed));
  }

  private Reply setPrices(Call call) {
    Organisation one = RulesPage.open(parts, call);
    Typed typed = Typed.of(call, PRICES);
    long seen = RulesPage.seen(call);
    try {
      YearMonth since = Months.parse("since", typed.value("since"));
      SeatTiers tiers = SeatTiers.given(one.spec().currency(), tiers(typed));
      room.prices().set(one, since, tiers, seen, call.actor());
      return pages.done(
          call, SeatsPage.address(one), Toast.of("Seats have new prices from " + since + " on."));
    } catch (Fault e) {
      Typed again = e.code().equals("month") ? refusedMonth(typed, e) : typed.refusedBy(e, "tiers");
      if (!RulesPage.overtaken(e))
        return pages.formAgain(call, SECTION, pricesForm(one, seen, again));
      long version = room.prices().history(one.id()).version();
      return pages.conflict(call, SECTION, pricesForm(one, version, again));
    }
  }

  private static Typed refusedMonth(Typed typed, Fault e) {
    return typed.refusedBy(e, "since");
  }

  private static List<SeatTierView> tiers(Typed typed) {
    List<SeatTierView> tiers = new ArrayList<>();
    for (String line : RulesPage.lines(typed, "tiers")) {
      String[] parts = line.split("\\s*=\\s*", 2);
      try {
        tiers.add(
            new SeatTierView(
                Integer.valueOf(parts[0]), new BigDecimal(parts[1].replace(',', '.'))));
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
        throw Fault.invalidField(
            "tiers", "seat-tiers", "“" + line + "” is not a count and a price, such as 4 = 69.");
      }
    }
    return tiers;
  }

  /** A day that is typed, or none. */
  static Optional<LocalDate> day(Typed typed, String field) {
    return typed
        .given(field)
        .map(
            text -> {
              try {
                return LocalDate.parse(text);
              } catch (DateTimeException e) {
                throw Fault.invalidField(
                    field, "day", "“" + text + "” is no day such as 2026-11-16.");
              }
            });
  }

  private static FormView seatForm(Organisation one, Typed typed) {
    return form(
        one,
        "Add a seat",
        "It is charged by the day, from its first day on.",
        FieldGroup.of(
            "Seat",
            typed.fill(Field.text("name", "Name")),
            typed.fill(Field.text("email", "E-mail").optional("optional")),
            typed.fill(
                Field.code("person", "Id")
                    .optional("optional: else the e-mail, else the name")
                    .hinted("Stays when the name changes; the workspace’s id of the person.")),
            typed.fill(Field.text("from", "From").hinted("Such as 2026-11-16.")),
            typed.fill(Field.text("until", "The first day without it").optional("optional"))),
        SeatsPage.address(one),
        "",
        "Add the seat");
  }

  private static FormView tableForm(Organisation one, Typed typed) {
    return form(
        one,
        "Import seats",
        "All rows or none. A seat that is there already gets its row’s name, e-mail and end.",
        FieldGroup.of(
            "Table",
            typed.fill(
                Field.of(Field.Kind.AREA, "csv", "CSV")
                    .hinted("Its heading names the columns: person, name, email, from, until."))),
        SeatsPage.address(one) + "/import",
        "",
        "Import");
  }

  private static FormView pricesForm(Organisation one, long version, Typed typed) {
    return form(
        one,
        "What seats cost",
        "All seats of a month have the price of their number. Issued months keep theirs.",
        FieldGroup.of(
            "Prices",
            typed.fill(Field.text("since", "From").hinted("The first month, such as 2026-12.")),
            typed.fill(
                Field.of(Field.Kind.AREA, "tiers", "Tiers")
                    .noted("one a line: from so many = price in " + one.spec().currency())
                    .hinted("4 = 69: with 4 seats and more, each costs 69 a month."))),
        SeatsPage.address(one) + "/prices",
        Long.toString(version),
        "Set the prices");
  }

  private static FormView form(
      Organisation one,
      String heading,
      String lead,
      FieldGroup group,
      String action,
      String version,
      String submit) {
    return new FormView(
        heading,
        lead,
        List.of(
            new Tab(one.name(), "", OrganisationScreens.address(one), false),
            new Tab("Seats", "", SeatsPage.address(one), false)),
        Optional.empty(),
        List.of(group),
        action,
        version,
        submit,
        SeatsPage.address(one),
        "",
        Optional.empty(),
        Optional.empty());
  }

  private LocalDate today(Organisation one) {
    return one.dayOf(parts.clock().instant());
  }
}
