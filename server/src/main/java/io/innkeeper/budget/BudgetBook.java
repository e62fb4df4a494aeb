package io.innkeeper.budget;

import io.innkeeper.money.Usd;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What everybody has spent and reserved this month, in memory. All limits that apply to a call are
 * checked together, so that callers at the same time can't pass one between them. Thread-safe.
 */
public final class BudgetBook {
  /** Whether a call may be made. */
  public sealed interface Outcome {
    record Reserved(Reservation reservation) implements Outcome {}

    /**
     * @param standing of the first account whose limit would be passed
     */
    record Refused(Standing standing) implements Outcome {}
  }

  private final Thresholds thresholds;
  private final Map<UUID, HouseBook> houses = new ConcurrentHashMap<>();
  private volatile Limits limits = Limits.NONE;

  public BudgetBook(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  /** Other limits from now on; what was spent and reserved stays. */
  public void replace(Limits now) {
    limits = now;
  }

  /** Reserves the worst case of a call, or says which limit is in its way. */
  public Outcome reserve(Spender spender, Usd worst, Instant now) {
    if (worst.isNegative()) throw new IllegalArgumentException("a worst case below nothing");
    return house(spender.organisation()).reserve(spender, worst, now);
  }

  /** The least that any hard limit of a spender leaves; empty if there is none. */
  public Optional<Usd> left(Spender spender, Instant now) {
    return house(spender.organisation()).left(spender, now);
  }

  /** How one account stands now. */
  public Standing standing(Scope scope, Instant now) {
    return house(scope.organisation()).standing(scope, now);
  }

  /**
   * Enters what no call of this process settled: sums at the start, late costs, corrections.
   *
   * @param reserved more to be held, or less if negative
   */
  public void enter(Spender spender, YearMonth month, Usd spent, Usd reserved) {
    house(spender.organisation()).enter(spender, month, spent, reserved);
  }

  private HouseBook house(UUID organisation) {
    return houses.computeIfAbsent(organisation, id -> new HouseBook(id, () -> limits, thresholds));
  }
}
