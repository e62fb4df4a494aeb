package io.innkeeper.statement;

import io.innkeeper.money.ExchangeRate;
import io.innkeeper.money.ExchangeRates;
import io.innkeeper.money.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * What a month's dollars are in a statement's currency.
 *
 * @param byDay the value of each day on which there is something to convert
 * @param missing why it can't be told; empty if it can
 */
record Converted(
    Conversion conversion, Map<LocalDate, BigDecimal> byDay, Optional<String> missing) {
  static final String DOLLAR = "USD";

  /** Decimals of an average, as many as a published rate has. */
  private static final int AVERAGE_DECIMALS = 4;

  Converted {
    byDay = Map.copyOf(byDay);
  }

  /**
   * Finds the rates.
   *
   * @param days those with something to convert; without any no rate is needed
   * @param today the organisation's; a month that isn't over has the rates up to it
   */
  static Converted of(
      ExchangeRates rates,
      Conversion.Policy policy,
      String currency,
      YearMonth month,
      SortedSet<LocalDate> days,
      LocalDate today) {
    if (currency.equals(DOLLAR)) return same(policy, days);
    if (days.isEmpty()) return new Converted(none(policy), Map.of(), Optional.empty());
    if (policy == Conversion.Policy.EACH_DAY) return eachDay(rates, currency, days);
    List<ExchangeRate> found =
        policy == Conversion.Policy.AVERAGE
            ? published(rates, currency, month, today)
            : last(rates, currency, month, today).stream().toList();
    if (found.isEmpty()) {
      String said = "No rate of %s was published in %s that is stored.".formatted(currency, month);
      return new Converted(none(policy), Map.of(), Optional.of(said));
    }
    boolean mean = policy == Conversion.Policy.AVERAGE;
    return whole(policy, mean ? average(found) : found.getFirst().value(), found, days);
  }

  /** The month's last one; flagged if a later one should be there. */
  private static Optional<ExchangeRate> last(
      ExchangeRates rates, String currency, YearMonth month, LocalDate today) {
    LocalDate next = month.plusMonths(1).atDay(1);
    LocalDate tomorrow = today.plusDays(1);
    // What is published today isn't missing before the evening.
    Optional<ExchangeRate> found =
        next.isAfter(tomorrow)
            ? rates
                .applyingTo(tomorrow, currency)
                .filter(rate -> !rate.fallback())
                .or(() -> rates.applyingTo(today, currency))
            : rates.applyingTo(next, currency);
    return found.filter(rate -> YearMonth.from(rate.effective()).equals(month));
  }

  /** All of the month; flagged are those after which one should be there. */
  private static List<ExchangeRate> published(
      ExchangeRates rates, String currency, YearMonth month, LocalDate today) {
    List<ExchangeRate> published = rates.published(month.atDay(1), month.atEndOfMonth(), currency);
    if (published.isEmpty()) return published;
    LocalDate next = month.plusMonths(1).atDay(1);
    LocalDate end = next.isAfter(today) ? today : next;
    NavigableMap<LocalDate, ExchangeRate> applying =
        rates.applyingTo(month.atDay(2), end, currency);
    Set<LocalDate> before = new HashSet<>();
    for (LocalDate day = month.atDay(2); !day.isAfter(end); day = day.plusDays(1)) {
      ExchangeRate rate = applying.get(day);
      if (rate == null || rate.fallback()) before.add(rate == null ? day : rate.effective());
    }
    if (before.isEmpty()) return published;
    // What is missing before the first one is told at the first one.
    LocalDate first = published.getFirst().effective();
    boolean early = before.stream().anyMatch(day -> day.isBefore(first));
    return published.stream()
        .map(
            rate ->
                before.contains(rate.effective()) || early && rate.effective().equals(first)
                    ? standingIn(rate)
                    : rate)
        .toList();
  }

  private static ExchangeRate standingIn(ExchangeRate rate) {
    return new ExchangeRate(
        rate.currency(), rate.value(), rate.effective(), rate.source(), rate.document(), true);
  }

  /** An amount of a day, not rounded yet; only if nothing is missing. */
  BigDecimal of(LocalDate day, Usd amount) {
    if (amount.isZero()) return BigDecimal.ZERO;
    BigDecimal value = byDay.get(day);
    if (value == null) throw new IllegalStateException("no rate for " + day);
    return amount.decimal().multiply(value);
  }

  private static Converted same(Conversion.Policy policy, Set<LocalDate> days) {
    Map<LocalDate, BigDecimal> ones = new HashMap<>();
    for (LocalDate day : days) ones.put(day, BigDecimal.ONE);
    return new Converted(none(policy), ones, Optional.empty());
  }

  private static Converted whole(
      Conversion.Policy policy, BigDecimal value, List<ExchangeRate> rates, Set<LocalDate> days) {
    Map<LocalDate, BigDecimal> values = new HashMap<>();
    for (LocalDate day : days) values.put(day, value);
    return new Converted(
        new Conversion(policy, Optional.of(value), rates), values, Optional.empty());
  }

  private static Converted eachDay(
      ExchangeRates rates, String currency, SortedSet<LocalDate> days) {
    NavigableMap<LocalDate, ExchangeRate> known =
        rates.applyingTo(days.first(), days.last(), currency);
    Map<LocalDate, BigDecimal> values = new HashMap<>();
    Set<ExchangeRate> used = new LinkedHashSet<>();
    for (LocalDate day : days) {
      ExchangeRate rate = known.get(day);
      if (rate == null) {
        String said = "No rate of %s is stored that applies to %s.".formatted(currency, day);
        return new Converted(none(Conversion.Policy.EACH_DAY), Map.of(), Optional.of(said));
      }
      values.put(day, rate.value());
      used.add(rate);
    }
    return new Converted(
        new Conversion(Conversion.Policy.EACH_DAY, Optional.empty(), List.copyOf(used)),
        values,
        Optional.empty());
  }

  private static BigDecimal average(List<ExchangeRate> rates) {
    BigDecimal sum =
        rates.stream().map(ExchangeRate::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.divide(BigDecimal.valueOf(rates.size()), AVERAGE_DECIMALS, RoundingMode.HALF_UP);
  }

  private static Conversion none(Conversion.Policy policy) {
    return new Conversion(policy, Optional.empty(), List.of());
  }
}
