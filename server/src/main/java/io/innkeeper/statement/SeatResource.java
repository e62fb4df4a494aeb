package io.innkeeper.statement;

import static io.innkeeper.caller.Role.CLIENT;
import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.client.NewSeat;
import io.innkeeper.client.Page;
import io.innkeeper.client.SeatEnd;
import io.innkeeper.client.SeatImport;
import io.innkeeper.client.SeatImported;
import io.innkeeper.client.SeatMonthView;
import io.innkeeper.client.SeatPricesChange;
import io.innkeeper.client.SeatPricesView;
import io.innkeeper.client.SeatView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.OrganisationPath;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Seats for programs: {@code /api/v1/organisations/{organisation}/seats}. */
public final class SeatResource {
  private static final String ALL = OrganisationPath.ONE + "/seats";
  private static final String PRICES = OrganisationPath.ONE + "/seat-prices";

  private final Seats seats;
  private final SeatPrices prices;
  private final BillingBook billing;
  private final OrganisationPath organisations;
  private final Clock clock;

  SeatResource(
      Seats seats,
      SeatPrices prices,
      BillingBook billing,
      OrganisationPath organisations,
      Clock clock) {
    this.seats = seats;
    this.prices = prices;
    this.billing = billing;
    this.organisations = organisations;
    this.clock = clock;
  }

  void hang(Routes routes) {
    routes
        .api(
            "GET",
            ALL,
            CLIENT,
            "Its seats in a month with their days, the tier and the total.",
            SeatMonthView.class,
            this::month)
        .query("month", "For example 2026-11; the current one when absent.");
    routes.api(
        "POST", ALL, OPERATOR, "Gives somebody a seat.", NewSeat.class, SeatView.class, this::add);
    routes.api(
        "POST",
        ALL + "/{seat}/end",
        OPERATOR,
        "Ends a seat, named by its id or its person; ending it on its first day takes it away.",
        SeatEnd.class,
        Void.class,
        this::end);
    routes.api(
        "POST",
        ALL + "/import",
        OPERATOR,
        "Brings seats in from a CSV table; all rows or none.",
        SeatImport.class,
        SeatImported.class,
        this::bringIn);
    routes.api(
        "GET",
        PRICES,
        CLIENT,
        "What its seats cost: later months first, the usual prices last.",
        TypeOf.page(SeatPricesView.class),
        this::prices);
    routes
        .api(
            "PUT",
            PRICES,
            OPERATOR,
            "Sets what its seats cost from a month on.",
            SeatPricesChange.class,
            TypeOf.page(SeatPricesView.class),
            this::setPrices)
        .versioned();
  }

  private SeatMonthView month(Call call) {
    Organisation organisation = organisations.of(call);
    YearMonth month =
        call.query("month")
            .map(text -> Months.parse("month", text))
            .orElse(YearMonth.from(today(organisation)));
    SeatFeed feed = billing.terms(organisation).terms().seats();
    return StatementViews.of(seats.billed(organisation, month), feed);
  }

  private Reply add(Call call) {
    Organisation organisation = organisations.open(call);
    SeatInput wanted = SeatInput.of(call.body(NewSeat.class), today(organisation));
    Seat seat = seats.add(organisation, wanted, call.actor());
    // In an issued month it comes to nothing: a correction bills it.
    SeatMonth month = seats.billed(organisation, YearMonth.from(seat.from()));
    SeatView view =
        month.held().stream()
            .filter(held -> held.seat().id().equals(seat.id()))
            .findFirst()
            .map(held -> StatementViews.of(seat, held.days(), held.amount()))
            .orElseGet(() -> StatementViews.of(seat, 0, java.math.BigDecimal.ZERO.setScale(2)));
    return Reply.created(call.target(), view);
  }

  private Reply end(Call call) {
    Organisation organisation = organisations.open(call);
    LocalDate tomorrow = today(organisation).plusDays(1);
    LocalDate until =
        call.bodyIfAny(SeatEnd.class)
            .map(end -> end.until() == null ? tomorrow : end.until())
            .orElse(tomorrow);
    seats.end(organisation, call.path("seat"), until, call.actor());
    return Reply.none();
  }

  private SeatImported bringIn(Call call) {
    Organisation organisation = organisations.open(call);
    SeatImport given = call.body(SeatImport.class);
    List<SeatInput> rows =
        SeatTable.read(given.csv() == null ? "" : given.csv(), today(organisation));
    Seats.Imported done = seats.bringIn(organisation, rows, call.actor());
    return new SeatImported(done.added(), done.changed(), done.same());
  }

  private Reply prices(Call call) {
    return reply(prices.history(organisations.of(call).id()));
  }

  private Reply setPrices(Call call) {
    Organisation organisation = organisations.open(call);
    SeatPricesChange given = call.body(SeatPricesChange.class);
    if (given.since() == null)
      throw Fault.invalidField("since", "month", "Say from which month on, for example 2026-11.");
    YearMonth since = Months.parse("since", given.since());
    String currency = given.currency() == null ? organisation.spec().currency() : given.currency();
    SeatTiers tiers = SeatTiers.given(currency, given.tiers() == null ? List.of() : given.tiers());
    return reply(prices.set(organisation, since, tiers, call.expectedVersion(), call.actor()));
  }

  private static Reply reply(SeatPrices.History history) {
    List<SeatPricesView> all =
        history.prices().stream()
            .map(priced -> StatementViews.of(priced, history.version()))
            .toList();
    return Reply.ok(new Page<>(all, null, all.size())).version(history.version());
  }

  private LocalDate today(Organisation organisation) {
    return organisation.dayOf(clock.instant());
  }
}
