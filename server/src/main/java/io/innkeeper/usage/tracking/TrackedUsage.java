package io.innkeeper.usage.tracking;

import static java.math.RoundingMode.HALF_UP;

import io.innkeeper.money.ExchangeRates;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.usage.RatedDays;
import io.innkeeper.usage.RatedSum;
import io.innkeeper.usage.Spending;
import io.innkeeper.usage.Spending.By;
import io.innkeeper.usage.Spending.Sum;
import io.innkeeper.usage.UsageRoom;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An organisation's month in the shapes that clients of the reference know. */
final class TrackedUsage {
  private static final String ZLOTY = "PLN";
  private static final int TOP = 3;
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

  private final UsageRoom usage;
  private final ExchangeRates rates;
  private final KnownPeople people;
  private final LastCalls calls;
  private final Clock clock;

  TrackedUsage(
      UsageRoom usage, ExchangeRates rates, KnownPeople people, LastCalls calls, Clock clock) {
    this.usage = usage;
    this.rates = rates;
    this.people = people;
    this.calls = calls;
    this.clock = clock;
  }

  private TrackedMonth month(Organisation organisation) {
    LocalDate today = organisation.dayOf(clock.instant());
    YearMonth month = YearMonth.from(today);
    RatedDays days = RatedDays.of(rates, month.atDay(1), today, ZLOTY);
    return new TrackedMonth(organisation, today, days, usage.breakdown());
  }

  UsageSummary summary(Organisation organisation) {
    TrackedMonth month = month(organisation);
    List<TrackedMonth.Day> days = month.days();
    RatedSum rated = RatedSum.NONE;
    Sum sum = Sum.NONE;
    for (TrackedMonth.Day day : days) {
      sum = sum.plus(day.sum());
      rated = rated.plus(day.sum(), day.date(), month.rates);
    }
    MonthStats stats =
        new MonthStats(
            current(month, days, sum, rated),
            days.stream().map(day -> day(month, day)).toList(),
            summary(month, days, sum),
            organisation.name(),
            rated.whole());
    return new UsageSummary(true, stats, organisation.externalId());
  }

  private static CurrentMonth current(
      TrackedMonth month, List<TrackedMonth.Day> days, Sum sum, RatedSum rated) {
    long used = days.stream().filter(day -> TrackedMonth.used(day.sum())).count();
    int length = month.month.lengthOfMonth();
    return new CurrentMonth(
        MONTH.format(month.month),
        sum.tokens(),
        TrackedMonth.number(sum.billed()),
        TrackedMonth.rounded(rated),
        sum.requests(),
        used,
        length,
        BigDecimal.valueOf(100 * used).divide(BigDecimal.valueOf(length), 1, HALF_UP),
        rateInfo(month));
  }

  private static @Nullable RateInfo rateInfo(TrackedMonth month) {
    return month
        .rates
        .last()
        .map(
            rate ->
                new RateInfo(
                    rate.value(),
                    rate.effective(),
                    rate.source(),
                    rate.document(),
                    month.fallback()))
        .orElse(null);
  }

  private TrackedDay day(TrackedMonth month, TrackedMonth.Day day) {
    return new TrackedDay(
        day.date(),
        day.date().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
        day.date().getDayOfMonth(),
        day.sum().tokens(),
        TrackedMonth.number(day.sum().billed()),
        month.rounded(day),
        day.sum().requests(),
        day.model(),
        day.people(),
        day.sum().requests() == 0 ? null : calls.lastOf(month.organisation, day.date()),
        month.rates.of(day.date()).map(rate -> rate.value()).orElse(null));
  }

  private static MonthlySummary summary(TrackedMonth month, List<TrackedMonth.Day> days, Sum sum) {
    List<TrackedMonth.Day> used =
        days.stream().filter(day -> TrackedMonth.used(day.sum())).toList();
    BigDecimal begun = BigDecimal.valueOf(month.today.getDayOfMonth());
    return new MonthlySummary(
        average(sum.tokens(), month.today.getDayOfMonth()),
        sum.billed().decimal().divide(begun, 4, HALF_UP),
        used.isEmpty() ? 0 : average(sum.tokens(), used.size()),
        first(used, Comparator.comparingLong(day -> day.sum().tokens())),
        first(used, Comparator.comparing(day -> day.sum().billed())),
        month.parts(By.USER).stream()
            .filter(part -> !part.key().isEmpty() && part.days() > 0)
            .count(),
        month.parts(By.MODEL).stream()
            .filter(part -> !part.key().isEmpty() && part.sum().tokens() > 0)
            .sorted(Comparator.comparingLong((TrackedMonth.Part part) -> -part.sum().tokens()))
            .limit(TOP)
            .map(part -> new TopModel(part.key(), part.sum().tokens()))
            .toList());
  }

  private static long average(long tokens, int days) {
    return BigDecimal.valueOf(tokens).divide(BigDecimal.valueOf(days), 0, HALF_UP).longValueExact();
  }

  /** The first of the largest; null if there is none. */
  private static @Nullable LocalDate first(
      List<TrackedMonth.Day> days, Comparator<TrackedMonth.Day> size) {
    TrackedMonth.Day largest = null;
    for (TrackedMonth.Day day : days)
      if (largest == null || size.compare(day, largest) > 0) largest = day;
    return largest == null ? null : largest.date();
  }

  UsageByUser byUser(Organisation organisation) {
    TrackedMonth month = month(organisation);
    ExternalUsers external = new ExternalUsers(organisation.externalId());
    List<KnownPeople.Person> known = people.of(organisation.id());
    Function<String, KnownPeople.Person> person = KnownPeople.among(known);
    List<TrackedUser> users = new java.util.ArrayList<>();
    for (TrackedMonth.Part part : month.parts(By.USER)) {
      if (part.key().isEmpty()) continue;
      users.add(user(person.apply(part.key()), part, external));
    }
    List<String> active = users.stream().map(TrackedUser::userId).toList();
    for (KnownPeople.Person other : known) {
      if (active.contains(other.id())) continue;
      TrackedMonth.Part nothing =
          new TrackedMonth.Part(other.id(), other.name(), Sum.NONE, RatedSum.NONE, 0);
      users.add(user(other, nothing, external));
    }
    return new UsageByUser(
        true, users, organisation.name(), users.size(), external.info(organisation.name()));
  }

  private static TrackedUser user(
      KnownPeople.Person person, TrackedMonth.Part part, ExternalUsers external) {
    return new TrackedUser(
        person.id(),
        person.name().isEmpty() ? person.id() : person.name(),
        person.email(),
        external.of(person.id()),
        part.sum().tokens(),
        part.sum().requests(),
        TrackedMonth.number(part.sum().billed()),
        TrackedMonth.rounded(part.rated()),
        part.days(),
        person.seenAt().orElse(null),
        true);
  }

  UsageByModel byModel(Organisation organisation) {
    return new UsageByModel(
        true,
        month(organisation).parts(By.MODEL).stream()
            .filter(part -> !part.key().isEmpty())
            .map(TrackedUsage::model)
            .toList());
  }

  private static TrackedModel model(TrackedMonth.Part part) {
    int slash = part.key().indexOf('/');
    return new TrackedModel(
        part.key(),
        slash < 0 ? "" : part.key().substring(0, slash),
        part.sum().tokens(),
        part.sum().requests(),
        TrackedMonth.number(part.sum().billed()),
        TrackedMonth.rounded(part.rated()),
        part.days());
  }

  UsageToday today(Organisation organisation) {
    LocalDate today = organisation.dayOf(clock.instant());
    Spending.Sum sum = usage.spending().total(organisation.id(), today, today);
    return new UsageToday(
        organisation.externalId(),
        today,
        sum.tokens(),
        sum.requests(),
        TrackedMonth.number(sum.billed()),
        clock.instant());
  }
}
