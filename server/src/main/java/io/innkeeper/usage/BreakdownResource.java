package io.innkeeper.usage;

import static io.innkeeper.caller.Role.CLIENT;

import io.innkeeper.client.ConvertedSum;
import io.innkeeper.client.UsageBreakdown;
import io.innkeeper.client.UsageGroup;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.money.ExchangeRate;
import io.innkeeper.money.ExchangeRates;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.usage.Breakdown.Group;
import io.innkeeper.usage.Spending.By;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's usage in groups, for programs and spreadsheets: {@code
 * /api/v1/organisations/{organisation}/usage/breakdown}.
 */
final class BreakdownResource {
  private static final String PLACE = "/api/v1/organisations/{organisation}/usage/breakdown";
  private static final String CSV = "text/csv";

  private final Breakdown breakdown;
  private final ExchangeRates rates;
  private final VisibleOrganisations organisations;
  private final Clock clock;

  BreakdownResource(
      Breakdown breakdown, ExchangeRates rates, VisibleOrganisations organisations, Clock clock) {
    this.breakdown = breakdown;
    this.rates = rates;
    this.organisations = organisations;
    this.clock = clock;
  }

  void hang(Routes routes) {
    Routes.Hung hung =
        routes
            .api(
                "GET",
                PLACE,
                CLIENT,
                "What it used, by one grouping or two; as CSV when asked so.",
                UsageBreakdown.class,
                this::breakdown)
            .query("from", "The first day, for example 2026-11-01; this month's first if missing.")
            .query("to", "The last day, included; at most 1,127 days in all.")
            .query("by", "day, user, model, tenant, kind or key; or two of them, by a comma.")
            .query("sort", "group, cost, billed, calls or tokens.")
            .query("currency", "ISO 4217; the organisation's own if missing.")
            .query("format", "json or csv; Accept: text/csv asks for the same.")
            .query("limit", "Groups of a page, 1 to 200.")
            .query("cursor", "What the page before told as next.");
    for (By by : By.values()) {
      if (by != By.DAY) hung = hung.query(by.word(), "Only what has this " + by.word() + ".");
    }
  }

  private Object breakdown(Call call) {
    Organisation organisation = organisations.named(call, call.path("organisation"));
    UsageQuestion question = question(call, organisation);
    GroupOrder order =
        call.query("sort").map(GroupOrder::parse).orElse(GroupOrder.usual(question.by()));
    String currency = currency(call, organisation);
    boolean csv = csv(call);
    RatedDays days = RatedDays.of(rates, question.from(), question.to(), currency);
    if (csv) return csv(call, organisation, question, days);
    BreakdownPage page =
        new BreakdownPage(
            order.comparator(),
            order.behind(question.by(), call.page().after()),
            call.page().limit());
    breakdown.each(question, days, page);
    return new UsageBreakdown(
        organisation.id(),
        organisation.spec().timeZone().getId(),
        question.from(),
        question.to(),
        question.by().stream().map(By::word).toList(),
        order.word(),
        currency,
        UsageViews.of(page.sum()),
        converted(page.rated(), days),
        page.shown().stream().map(group -> view(group, question.by(), days)).toList(),
        page.last().map(last -> order.cursor(question.by(), last)).orElse(null),
        page.groups());
  }

  private UsageQuestion question(Call call, Organisation organisation) {
    LocalDate today = organisation.dayOf(clock.instant());
    Days days = Days.asked(call, today);
    List<By> by = UsageQuestion.groupings(call.query("by").orElse(By.DAY.word()));
    return new UsageQuestion(
        organisation.id(), days.from(), days.to(), by, only(call, organisation.id()));
  }

  private Map<By, String> only(Call call, UUID organisation) {
    Map<By, String> only = new EnumMap<>(By.class);
    for (By by : By.values()) {
      if (by == By.DAY) continue;
      call.query(by.word()).ifPresent(value -> only.put(by, value));
    }
    only.forEach((by, value) -> breakdown.demandKnown(organisation, by, value));
    return only;
  }

  private static String currency(Call call, Organisation organisation) {
    Optional<String> asked = call.query("currency").map(text -> text.toUpperCase(Locale.ROOT));
    try {
      return asked
          .map(Currency::getInstance)
          .map(Currency::getCurrencyCode)
          .orElse(organisation.spec().currency());
    } catch (IllegalArgumentException e) {
      throw Fault.invalidField(
          "currency",
          "currency",
          "“" + asked.orElse("") + "” is not a currency such as PLN or EUR.");
    }
  }

  private static boolean csv(Call call) {
    Optional<String> format = call.query("format");
    if (format.isEmpty())
      return call.header("Accept").filter(accept -> accept.startsWith(CSV)).isPresent();
    return switch (format.get()) {
      case "csv" -> true;
      case "json" -> false;
      default ->
          throw Fault.invalidField(
              "format", "format", "“" + format.get() + "” is no form. There are json and csv.");
    };
  }

  /** In the order of the groups, which is the only one that needs no memory. */
  private Reply csv(Call call, Organisation organisation, UsageQuestion question, RatedDays days) {
    if (call.query("sort").filter(word -> !word.equals(GroupOrder.GROUP.word())).isPresent()) {
      throw Fault.invalidField(
          "sort", "sort", "A CSV comes in the order of its groups; sort it where you open it.");
    }
    String name =
        "%s-usage-%s-%s.csv".formatted(organisation.slug(), question.from(), question.to());
    return Reply.stream(
            CSV + "; charset=utf-8", new BreakdownCsv(breakdown, question, days)::writeTo)
        .with("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  private static UsageGroup view(Group group, List<By> by, RatedDays days) {
    String day = key(group, by, By.DAY);
    return new UsageGroup(
        day == null ? null : LocalDate.parse(day),
        key(group, by, By.USER),
        by.contains(By.USER) ? group.name() : null,
        key(group, by, By.MODEL),
        key(group, by, By.TENANT),
        key(group, by, By.KIND),
        key(group, by, By.KEY),
        UsageViews.of(group.sum()),
        converted(group.rated(), days));
  }

  private static @Nullable String key(Group group, List<By> by, By wanted) {
    int place = by.indexOf(wanted);
    return place < 0 ? null : group.keys().get(place);
  }

  private static @Nullable ConvertedSum converted(RatedSum sum, RatedDays days) {
    if (!days.wanted() || !sum.whole()) return null;
    Optional<ExchangeRate> rate = sum.rate();
    return new ConvertedSum(
        days.currency(),
        RatedSum.text(sum.cost()),
        RatedSum.text(sum.billed()),
        rate.map(one -> one.value().toPlainString()).orElse(null),
        rate.map(ExchangeRate::effective).orElse(null),
        rate.map(ExchangeRate::source).orElse(null),
        rate.map(ExchangeRate::document).orElse(null),
        sum.fallback());
  }
}
