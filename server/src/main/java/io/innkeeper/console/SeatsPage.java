package io.innkeeper.console;

import static io.innkeeper.caller.Role.CLIENT;
import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.caller.Role;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Figure;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.SeatListView;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.statement.Seat;
import io.innkeeper.statement.SeatFeed;
import io.innkeeper.statement.SeatMonth;
import io.innkeeper.statement.SeatTiers;
import io.innkeeper.statement.StatementRoom;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An organisation's seats: who holds one in a month, at which tier, and what it comes to. */
final class SeatsPage {
  private static final String SECTION = StatementRows.PATH;
  private static final String ALL = "/organisations/{organisation}/seats";
  private static final int MONTHS = 13;

  private final ConsoleParts parts;
  private final StatementRoom room;
  private final Pages pages;

  SeatsPage(ConsoleParts parts, Pages pages) {
    this.parts = parts;
    this.room = parts.money().statements();
    this.pages = pages;
  }

  static String address(Organisation one) {
    return OrganisationScreens.address(one) + "/seats";
  }

  void hang(Routes routes) {
    routes.page("GET", ALL, CLIENT, this::list);
    routes.page("GET", ALL + "/commands", CLIENT, this::commands);
    routes.page("GET", ALL + "/{seat}/end", OPERATOR, this::askToEnd);
    routes.page("POST", ALL + "/{seat}/end", OPERATOR, this::end);
  }

  private Reply list(Call call) {
    Organisation one = OrganisationsPage.asked(parts.organisations(), call);
    Address address = Address.of(call, address(one), List.of("month"));
    YearMonth month = month(address.get("month"), today(one));
    SeatFeed feed = room.billing().terms(one).terms().seats();
    SeatMonth seats = room.seats().billed(one, month);
    Paged<SeatMonth.Held> part = Paged.of(seats.held(), call, address);
    boolean may =
        call.principal().role().atLeast(OPERATOR) && one.state() != Organisation.State.CLOSED;
    return pages.page(
        call,
        SECTION,
        new SeatListView(
            "Seats of " + one.name(),
            List.of(
                new Tab("Organisations", "", "/organisations", false),
                new Tab(one.name(), "", OrganisationScreens.address(one), false)),
            lead(feed),
            may ? actions(one) : List.of(),
            listing(address, month, today(one), part.paging(), seats.count()),
            figures(seats),
            tiers(seats),
            part.items().stream().map(held -> row(one, held, may && !seats.issued())).toList(),
            address(one) + "/commands",
            seats.held().isEmpty() ? Optional.of(nothing(one, feed, may)) : Optional.empty()));
  }

  private static String lead(SeatFeed feed) {
    return switch (feed) {
      case NONE -> "Seats aren’t billed.";
      case MANUAL -> "Whoever is entered pays by the day; all have the price of their number.";
      case ACTIVE_PEOPLE ->
          "Whoever calls has a seat from the first call on; all have the price of their number.";
    };
  }

  private static List<Action> actions(Organisation one) {
    return List.of(
        Action.go("Billing terms", BillingPage.address(one)).quiet(),
        Action.go("Prices", address(one) + "/prices"),
        Action.go("Import", address(one) + "/import"),
        Action.go("Add a seat", address(one) + "/new").with("plus").primary());
  }

  private static Empty nothing(Organisation one, SeatFeed feed, boolean may) {
    if (feed != SeatFeed.NONE)
      return Empty.none("Nobody has a seat in this month", "Seats are charged by the day.");
    Action[] terms =
        may ? new Action[] {Action.go("Billing terms", BillingPage.address(one))} : new Action[0];
    return Empty.none(
        "Seats aren’t billed", "Whether they are is part of the billing terms.", terms);
  }

  private static Listing listing(
      Address address, YearMonth month, LocalDate today, Listing.Paging paging, int count) {
    List<Listing.Option> options = new ArrayList<>();
    for (int back = 0; back < MONTHS; back++) {
      YearMonth one = YearMonth.from(today).minusMonths(back);
      options.add(
          new Listing.Option(
              StatementRows.month(one),
              "",
              address.with("month", back == 0 ? "" : one.toString()).toString(),
              one.equals(month)));
    }
    return new Listing(
        address.path(),
        "",
        "",
        List.of(),
        List.of(new Listing.Filter("Month", StatementRows.month(month), options)),
        List.of(),
        List.of(
            new Listing.Column("Person", "", "", ""),
            new Listing.Column("From", "", "", "r2"),
            new Listing.Column("Until", "", "", "r2"),
            new Listing.Column("Days", "", "", "num"),
            new Listing.Column("Amount", "", "", "num"),
            new Listing.Column("", "", "", "acts")),
        paging,
        Numbers.of(count, "seat", "seats"));
  }

  private static List<Figure> figures(SeatMonth seats) {
    String currency = seats.tiers().currency();
    return List.of(
        Figure.of("People with a seat", Numbers.count(seats.count())),
        new Figure(
            "A seat for the month",
            List.of(
                new Figure.Part(currency, true),
                new Figure.Part(StatementRows.money(seats.price()), false)),
            "",
            Sentence.NONE),
        new Figure(
            "This month",
            List.of(
                new Figure.Part(currency, true),
                new Figure.Part(StatementRows.money(seats.total()), false)),
            "",
            Sentence.of("the sum of the statement’s lines, each rounded once")));
  }

  private static List<SeatListView.Tier> tiers(SeatMonth seats) {
    List<SeatTiers.Tier> all = seats.tiers().tiers();
    List<SeatListView.Tier> tiers = new ArrayList<>();
    for (int place = 0; place < all.size(); place++) {
      SeatTiers.Tier tier = all.get(place);
      boolean last = place == all.size() - 1;
      String count =
          last ? tier.from() + " and more" : tier.from() + "–" + (all.get(place + 1).from() - 1);
      tiers.add(
          new SeatListView.Tier(
              count, StatementRows.money(tier.price()), tier.equals(seats.tier())));
    }
    return tiers;
  }

  private static SeatListView.Row row(Organisation one, SeatMonth.Held held, boolean may) {
    Seat seat = held.seat();
    String which = seat.id().map(UUID::toString).orElse(seat.person());
    String end =
        address(one)
            + "/"
            + URLEncoder.encode(which, StandardCharsets.UTF_8).replace("+", "%20")
            + "/end";
    String under =
        seat.email().isEmpty() && seat.person().equals(seat.name())
            ? ""
            : seat.email().isEmpty() ? seat.person() : seat.email();
    return new SeatListView.Row(
        seat.name(),
        under,
        seat.from().toString(),
        seat.until().map(LocalDate::toString).orElse("—"),
        Integer.toString(held.days()),
        StatementRows.money(held.amount()),
        may ? Optional.of(Action.ask("End…", end).quiet()) : Optional.empty());
  }

  private Reply askToEnd(Call call) {
    Organisation one = RulesPage.open(parts, call);
    String tomorrow = today(one).plusDays(1).toString();
    return pages.dialog(call, SECTION, ending(call, one, Typed.now(Map.of("until", tomorrow))));
  }

  private static Question ending(Call call, Organisation one, Typed typed) {
    String which = call.path("seat");
    return new Question(
        "End this seat?",
        Sentence.of(
            "It is charged up to the day before. Ending it on its first day takes it away."),
        List.of(),
        List.of("What was issued"),
        List.of(typed.fill(Field.text("until", "The first day without it"))),
        "",
        Action.post("End the seat", call.target()).danger(),
        "Keep it",
        address(one),
        Optional.empty(),
        CommandLines.of("seat remove", "").word(one.slug().value()).word(which).cli());
  }

  private Reply end(Call call) {
    Organisation one = RulesPage.open(parts, call);
    Typed typed = Typed.of(call, List.of("until"));
    try {
      LocalDate until = SeatForms.day(typed, "until").orElse(today(one).plusDays(1));
      room.seats().end(one, call.path("seat"), until, call.actor());
      return pages.done(
          call, address(one), Toast.of("The seat is ended." + alreadyIssued(room, one, until)));
    } catch (Fault e) {
      if (!typed.tells(e)) throw e;
      return pages.dialogAgain(call, SECTION, ending(call, one, typed.refusedBy(e)));
    }
  }

  /** Said where a day lies in a month whose statement doesn't change any more. */
  static String alreadyIssued(StatementRoom room, Organisation one, LocalDate day) {
    YearMonth month = YearMonth.from(day);
    return room.statements().ofMonth(one.id(), month).isEmpty()
        ? ""
        : " %s is issued already: a correction bills the difference."
            .formatted(StatementRows.month(month));
  }

  private Reply commands(Call call) {
    Organisation one = OrganisationsPage.asked(parts.organisations(), call);
    String slug = one.slug().value();
    boolean client = call.principal().role() == Role.CLIENT;
    return pages.dialog(
        call,
        SECTION,
        CommandLines.of("seat list", "GET /api/v1/organisations/" + slug + "/seats")
            .word(slug)
            .drawer(
                client ? "This month's." : "Also: seat add, remove, import, prices.",
                "",
                address(one)));
  }

  private LocalDate today(Organisation one) {
    return one.dayOf(parts.clock().instant());
  }

  /** What isn't a month shows the current one: an address mistyped is no error. */
  private static YearMonth month(String text, LocalDate today) {
    return text.matches("20\\d\\d-(0[1-9]|1[0-2])") ? YearMonth.parse(text) : YearMonth.from(today);
  }
}
