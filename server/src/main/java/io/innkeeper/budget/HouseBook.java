package io.innkeeper.budget;

import io.innkeeper.money.Usd;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * One organisation's accounts. Its monitor makes a call's limits count all together; it is held for
 * some additions only.
 */
final class HouseBook {
  private static final ZoneId UNKNOWN = ZoneId.of("UTC");

  private record Passed(Scope scope, YearMonth month, int percent, Usd spent, Usd limit) {}

  private final UUID organisation;
  private final Supplier<Limits> limits;
  private final Thresholds thresholds;
  private final Map<YearMonth, Map<Scope, Account>> months = new HashMap<>();

  HouseBook(UUID organisation, Supplier<Limits> limits, Thresholds thresholds) {
    this.organisation = organisation;
    this.limits = limits;
    this.thresholds = thresholds;
  }

  synchronized BudgetBook.Outcome reserve(Spender spender, Usd worst, Instant now) {
    YearMonth month = month(now);
    List<Scope> scopes = spender.scopes();
    Optional<Standing> inTheWay = inTheWay(scopes, month, worst);
    if (inTheWay.isPresent()) return new BudgetBook.Outcome.Refused(inTheWay.get());
    for (Scope scope : scopes) account(month, scope).enter(0, worst.pico());
    forgetOld(month);
    return new BudgetBook.Outcome.Reserved(new Reservation(this, spender, month, worst));
  }

  /** The first account that lacks the means; rather one that refuses than one that lowers. */
  private Optional<Standing> inTheWay(List<Scope> scopes, YearMonth month, Usd worst) {
    Limits current = limits.get();
    Optional<Standing> lowering = Optional.empty();
    for (Scope scope : scopes) {
      Optional<Limit> limit = current.of(scope).filter(Limit::hard);
      if (limit.isEmpty() || account(month, scope).fits(worst.pico(), limit.get())) continue;
      if (!limit.get().lowers()) return Optional.of(standing(scope, month));
      if (lowering.isEmpty()) lowering = Optional.of(standing(scope, month));
    }
    return lowering;
  }

  void enter(Spender spender, YearMonth month, Usd spent, Usd reserved) {
    List<Passed> passed = new ArrayList<>();
    synchronized (this) {
      Limits current = limits.get();
      for (Scope scope : spender.scopes()) {
        Account account = account(month, scope);
        account.enter(spent.pico(), reserved.pico());
        Optional<Limit> limit = current.of(scope);
        int percent = limit.map(account::newlyPassed).orElse(0);
        if (percent > 0) {
          Usd amount = limit.get().amount();
          passed.add(new Passed(scope, month, percent, account.spent(), amount));
        }
      }
    }
    for (Passed one : passed) {
      thresholds.passed(one.scope(), one.month(), one.percent(), one.spent(), one.limit());
    }
  }

  synchronized Optional<Usd> left(Spender spender, Instant now) {
    YearMonth month = month(now);
    return spender.scopes().stream()
        .map(scope -> standing(scope, month))
        .filter(standing -> standing.limit().filter(Limit::hard).isPresent())
        .flatMap(standing -> standing.left().stream())
        .min(Usd::compareTo);
  }

  synchronized Standing standing(Scope scope, Instant now) {
    return standing(scope, month(now));
  }

  private Standing standing(Scope scope, YearMonth month) {
    Account account = account(month, scope);
    Instant resets = month.plusMonths(1).atDay(1).atStartOfDay(zone()).toInstant();
    Optional<Limit> limit = limits.get().of(scope);
    return new Standing(scope, month, account.spent(), account.reserved(), limit, resets);
  }

  private Account account(YearMonth month, Scope scope) {
    return months
        .computeIfAbsent(month, fresh -> new HashMap<>())
        .computeIfAbsent(scope, fresh -> new Account());
  }

  private YearMonth month(Instant now) {
    return YearMonth.from(now.atZone(zone()));
  }

  private ZoneId zone() {
    return limits.get().zones().getOrDefault(organisation, UNKNOWN);
  }

  /** The month before is kept: calls that arrived in it may still be under way. */
  private void forgetOld(YearMonth month) {
    if (months.size() > 2) months.keySet().removeIf(old -> old.isBefore(month.minusMonths(1)));
  }
}
