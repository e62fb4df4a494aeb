package io.innkeeper.console;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Figure;
import io.innkeeper.console.view.Gauge;
import io.innkeeper.console.view.HouseSpend;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.Need;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.Organisation.State;
import io.innkeeper.usage.Spending.HouseDay;
import io.innkeeper.usage.Spending.Sum;
import io.innkeeper.usage.UsageRoom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What all organisations spend together, and whose budget ends. Looked up again after some seconds,
 * however many people look.
 */
final class HouseSpending {
  private static final Duration FRESH = Duration.ofSeconds(3);
  private static final Duration IN_USE = Duration.ofMinutes(5);
  private static final int HOURS = 24;
  private static final int TOLD = 80;

  private final ConsoleParts parts;
  private final UsageRoom usage;
  private final BudgetBars budgets;
  private volatile Optional<Seen> last = Optional.empty();

  /** One look at the books; in use is who called within some minutes. */
  record Seen(Instant at, HouseSpend spend, List<Need> needs, Set<UUID> inUse) {}

  HouseSpending(ConsoleParts parts) {
    this.parts = parts;
    this.usage = parts.money().usage();
    this.budgets = new BudgetBars(parts.money());
  }

  Seen look() {
    Instant now = parts.clock().instant();
    Optional<Seen> fresh = last.filter(seen -> now.isBefore(seen.at().plus(FRESH)));
    if (fresh.isPresent()) return fresh.get();
    Seen seen = again(now);
    last = Optional.of(seen);
    return seen;
  }

  private Seen again(Instant now) {
    List<Organisation> all = parts.organisations().all();
    LocalDate today = Organisation.commonDay(all, now);
    List<HouseDay> days =
        usage
            .spending()
            .days(
                all.stream().map(Organisation::id).toList(),
                SpendDays.first(today),
                today.plusDays(1));
    return new Seen(
        now,
        spend(now, days, today),
        needs(all, now),
        usage.calls().tenantsSince(now.minus(IN_USE)));
  }

  /** Each organisation's today is its own; the house's is that of most of them. */
  private HouseSpend spend(Instant now, List<HouseDay> all, LocalDate today) {
    SpendDays days = SpendDays.of(all, today);
    Sum month = days.month();
    Address calls = new Address(UsagePage.PATH, Map.of());
    long unsettled = usage.unsettled().count(Optional.empty());
    Sentence more = Sentence.of(Numbers.of(days.day(today).requests(), "call", "calls"));
    if (unsettled > 0)
      more =
          more.plain(" · " + Numbers.count(unsettled) + " ")
              .link("unsettled", calls.with("state", "unsettled").with("days", "all").toString());
    return new HouseSpend(
        List.of(
            Figure.usd("Today, so far", Numbers.cents(days.day(today).cost()))
                .opening(calls.with("days", "today").toString())
                .saying(more),
            Figure.usd(days.monthWord(), Numbers.cents(month.cost()))
                .opening(calls.toString())
                .saying(Sentence.of(days.change())),
            Figure.usd("Billed to clients", Numbers.cents(month.billed()))
                .saying(
                    Sentence.of("margin " + Numbers.cents(month.billed().minus(month.cost()))))),
        days.bars(calls),
        hours(now));
  }

  private Gauge hours(Instant now) {
    List<Long> hours = usage.calls().perHour(now, HOURS);
    List<Double> points = hours.stream().map(Long::doubleValue).toList();
    double most = points.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    return Gauge.of(
        "Calls per hour",
        Numbers.count(hours.getLast()),
        "this hour, at most " + Numbers.count((long) most) + " in one of the last 24",
        points,
        Math.max(1, most),
        0);
  }

  private List<Need> needs(List<Organisation> all, Instant now) {
    record Short(Organisation one, BudgetBars.Budget budget) {}
    List<Short> found = new ArrayList<>();
    for (Organisation one : all) {
      if (one.state() != State.ACTIVE || one.spec().monthlyBudget().isEmpty()) continue;
      budgets
          .of(one, now)
          .filter(budget -> budget.percent() >= TOLD)
          .ifPresent(budget -> found.add(new Short(one, budget)));
    }
    return found.stream()
        .sorted(Comparator.comparing((Short one) -> -one.budget().percent()))
        .map(one -> need(one.one(), one.budget()))
        .toList();
  }

  private static String next(boolean over, boolean hard) {
    if (over) return "New calls are refused.";
    return hard ? "At 100% new calls are refused." : "It only warns: nothing is refused.";
  }

  private Need need(Organisation one, BudgetBars.Budget budget) {
    boolean over = budget.refuses();
    String used =
        " has used %d%% of its budget for this month (USD %s of %s)."
            .formatted(
                budget.percent(),
                Numbers.cents(budget.spent()),
                Numbers.cents(budget.limit().amount()));
    return new Need(
        over ? WindowState.FAILED : WindowState.DEGRADED,
        Sentence.NONE.strong(one.name()).plain(used + " " + next(over, budget.limit().hard())),
        Moment.NONE,
        List.of(Action.go("See its spend", OrganisationScreens.address(one) + "/spend")));
  }
}
