package io.innkeeper.usage.tracking;

import io.innkeeper.money.ExchangeRate;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.usage.Breakdown;
import io.innkeeper.usage.Breakdown.Group;
import io.innkeeper.usage.RatedDays;
import io.innkeeper.usage.RatedSum;
import io.innkeeper.usage.Spending.By;
import io.innkeeper.usage.Spending.Sum;
import io.innkeeper.usage.UsageQuestion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An organisation's current month, read once and told in several ways. */
final class TrackedMonth {
  private static final Comparator<Part> DEAREST =
      Comparator.comparing((Part part) -> part.sum().billed()).reversed().thenComparing(Part::key);

  final Organisation organisation;
  final LocalDate today;
  final YearMonth month;
  final RatedDays rates;
  private final Breakdown breakdown;

  /**
   * A person's or a model's month.
   *
   * @param days on which they used something
   */
  record Part(String key, String name, Sum sum, RatedSum rated, int days) {
    private static Part none(Group group) {
      return new Part(group.keys().getFirst(), group.name(), Sum.NONE, RatedSum.NONE, 0);
    }

    private Part with(Group group, RatedDays rates) {
      LocalDate day = LocalDate.parse(group.keys().getLast());
      return new Part(
          key,
          name,
          sum.plus(group.sum()),
          rated.plus(group.sum(), day, rates),
          days + (used(group.sum()) ? 1 : 0));
    }
  }

  /** One day; its model with most tokens, and how many people called. */
  record Day(LocalDate date, Sum sum, @Nullable String model, long people) {}

  TrackedMonth(Organisation organisation, LocalDate today, RatedDays rates, Breakdown breakdown) {
    this.organisation = organisation;
    this.today = today;
    this.month = YearMonth.from(today);
    this.rates = rates;
    this.breakdown = breakdown;
  }

  /** By persons or models, dearest first; what belongs to none is left out. */
  List<Part> parts(By by) {
    List<Part> parts = new ArrayList<>();
    each(
        List.of(by, By.DAY),
        group -> {
          boolean same = !parts.isEmpty() && parts.getLast().key().equals(group.keys().getFirst());
          Part before = same ? parts.removeLast() : Part.none(group);
          parts.add(before.with(group, rates));
        });
    parts.sort(DEAREST);
    return parts;
  }

  /** Days on which something was booked, in their order. */
  List<Day> days() {
    Map<String, Group> models = new HashMap<>();
    each(List.of(By.DAY, By.MODEL), group -> models.merge(day(group), group, TrackedMonth::larger));
    Map<String, Long> people = new HashMap<>();
    each(
        List.of(By.DAY, By.USER),
        group -> {
          if (!group.keys().getLast().isEmpty() && used(group.sum()))
            people.merge(day(group), 1L, Long::sum);
        });
    Map<String, Day> days = new TreeMap<>();
    each(
        List.of(By.DAY), group -> days.put(day(group), day(group, models.get(day(group)), people)));
    return List.copyOf(days.values());
  }

  private static Day day(Group group, @Nullable Group model, Map<String, Long> people) {
    boolean named = model != null && used(model.sum()) && !model.keys().getLast().isEmpty();
    return new Day(
        LocalDate.parse(day(group)),
        group.sum(),
        named && model != null ? model.keys().getLast() : null,
        people.getOrDefault(day(group), 0L));
  }

  private static String day(Group group) {
    return group.keys().getFirst();
  }

  private static Group larger(Group one, Group other) {
    return other.sum().tokens() > one.sum().tokens() ? other : one;
  }

  private void each(List<By> by, Breakdown.Taker<RuntimeException> taker) {
    UsageQuestion question =
        new UsageQuestion(organisation.id(), month.atDay(1), month.atEndOfMonth(), by, Map.of());
    breakdown.each(question, rates, taker);
  }

  static boolean used(Sum sum) {
    return sum.requests() > 0 || sum.tokens() > 0;
  }

  /** Exact, as a number in JSON. */
  static BigDecimal number(Usd amount) {
    return amount.isZero() ? BigDecimal.ZERO : amount.decimal().stripTrailingZeros();
  }

  /** In złoty with two decimals, rounded here and nowhere before; null if a rate is missing. */
  static @Nullable BigDecimal rounded(RatedSum rated) {
    return rated.whole() ? rated.billed().setScale(2, RoundingMode.HALF_UP) : null;
  }

  /** The same of one day. */
  @Nullable BigDecimal rounded(Day day) {
    return rounded(RatedSum.NONE.plus(day.sum(), day.date(), rates));
  }

  /** Whether any rate of the month stands in for another. */
  boolean fallback() {
    return rates.rates().values().stream().anyMatch(ExchangeRate::fallback);
  }
}
