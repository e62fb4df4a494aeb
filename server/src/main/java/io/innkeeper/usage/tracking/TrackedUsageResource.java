package io.innkeeper.usage.tracking;

import static io.innkeeper.caller.Role.CLIENT;
import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Endpoint;
import io.innkeeper.http.Routes;
import io.innkeeper.organisation.ModelRuleBook;
import io.innkeeper.organisation.ModelRules;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.usage.Prices;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Function;

/** What people of an organisation read in the reference's API. */
final class TrackedUsageResource {
  private static final String PLACE = TrackingRoom.PLACE;
  private static final String OWN = PLACE + "/my-organization";

  private final TrackedOrganisation organisations;
  private final TrackedUsage usage;
  private final Seats seats;
  private final Prices prices;
  private final ModelRuleBook models;
  private final Clock clock;

  TrackedUsageResource(
      TrackedOrganisation organisations,
      TrackedUsage usage,
      Seats seats,
      Prices prices,
      ModelRuleBook models,
      Clock clock) {
    this.organisations = organisations;
    this.usage = usage;
    this.seats = seats;
    this.prices = prices;
    this.models = models;
    this.clock = clock;
  }

  void hang(Routes routes) {
    own(routes, "/usage-summary", "The current month.", UsageSummary.class, usage::summary);
    own(routes, "/usage-by-user", "The month by person.", UsageByUser.class, usage::byUser);
    own(routes, "/usage-by-model", "The month by model.", UsageByModel.class, usage::byModel);
    own(
        routes,
        "/subscription-billing",
        "The month's seats.",
        SubscriptionAnswer.class,
        this::subscription);
    routes
        .api(
            "GET",
            PLACE + "/model-pricing",
            CLIENT,
            "The upstream's prices of the models that may be used.",
            ModelPricing.class,
            this::pricing)
        .query(TrackedOrganisation.QUERY, "Whose models; all when who sees several names none.")
        .query("force_refresh", "true reads them anew first; needs the role operator.");
    routes.api(
        "GET",
        PLACE + "/usage/real-time/{client_org_id}",
        CLIENT,
        "The day so far, of the caller's own organisation.",
        UsageToday.class,
        call -> usage.today(organisations.named(call, call.path("client_org_id"))));
  }

  private void own(
      Routes routes, String path, String says, Class<?> answer, Function<Organisation, ?> handler) {
    Endpoint.Handler handle = call -> handler.apply(organisations.of(call));
    routes
        .api("GET", OWN + path, CLIENT, says, answer, handle)
        .query(
            TrackedOrganisation.QUERY,
            "By slug, id or external id; a client's is its own. The header "
                + TrackedOrganisation.HEADER
                + " does the same.");
  }

  private SubscriptionAnswer subscription(Organisation organisation) {
    LocalDate today = organisation.dayOf(clock.instant());
    YearMonth month = YearMonth.from(today);
    Seats.SeatMonth counted =
        seats
            .of(organisation.id(), month)
            .orElseThrow(
                () ->
                    Fault.notFound(
                        "no-subscription",
                        "No price of seats is agreed with " + organisation.name() + "."));
    return new SubscriptionAnswer(true, new SubscriptionData(view(month, counted)));
  }

  private static SeatMonthView view(YearMonth month, Seats.SeatMonth counted) {
    return new SeatMonthView(
        month.getMonthValue(),
        month.getYear(),
        counted.people(),
        counted.price(),
        counted.total(),
        counted.tiers().stream()
            .map(tier -> new SeatTierView(tier.range(), tier.price(), tier.current()))
            .toList(),
        counted.seats().stream()
            .map(
                seat ->
                    new SeatView(
                        seat.user(),
                        seat.name(),
                        seat.email(),
                        seat.added(),
                        seat.days(),
                        seat.proportion(),
                        seat.cost()))
            .toList());
  }

  private ModelPricing pricing(Call call) {
    if (call.query("force_refresh").filter("true"::equalsIgnoreCase).isPresent()) {
      if (!call.principal().role().atLeast(OPERATOR)) {
        throw Fault.of(
            Fault.Kind.FORBIDDEN, "role", "Reading the prices anew needs the role operator.");
      }
      prices.refresh();
    }
    ModelRules rules =
        organisations.asked(call).map(one -> models.of(one.id())).orElse(ModelRules.NONE);
    return new TrackedPrices(prices).of(rules);
  }
}
