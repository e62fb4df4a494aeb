package io.innkeeper.budget;

import io.innkeeper.money.Usd;
import io.innkeeper.usage.SpendLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How accounts stand now: to the last call in the process that serves calls, else as the ledger
 * tells.
 */
public final class Standings {
  private final Function<UUID, List<SpendLine>> ledger;
  private final Supplier<Limits> limits;
  private volatile Optional<BudgetBook> live = Optional.empty();

  /**
   * @param ledger what an organisation has spent this month
   * @param limits all limits at this moment
   */
  public Standings(Function<UUID, List<SpendLine>> ledger, Supplier<Limits> limits) {
    this.ledger = ledger;
    this.limits = limits;
  }

  /** This process serves calls from now on. */
  public void watch(BudgetBook book) {
    live = Optional.of(book);
  }

  /** A book to ask about one organisation. The limits in it are those stored now. */
  public BudgetBook of(UUID organisation) {
    if (live.isPresent()) return live.get();
    BudgetBook book = new BudgetBook((scope, month, percent, spent, limit) -> {});
    book.replace(limits.get());
    for (SpendLine line : ledger.apply(organisation)) enter(book, line);
    return book;
  }

  /** Enters what the ledger tells. */
  public static void enter(BudgetBook book, SpendLine line) {
    Spender spender =
        new Spender(
            line.organisation(),
            line.tenant(),
            line.key(),
            Optional.of(line.user()).filter(id -> !id.isEmpty()));
    Usd none = Usd.ZERO;
    book.enter(
        spender, line.month(), line.held() ? none : line.cost(), line.held() ? line.cost() : none);
  }

  /** How a scope stands under a limit that may be newer than the book's. */
  static Standing under(Standing standing, Optional<Limit> limit) {
    return new Standing(
        standing.scope(),
        standing.month(),
        standing.spent(),
        standing.reserved(),
        limit,
        standing.resets());
  }

  Standing of(Scope scope, Instant now) {
    return of(scope.organisation()).standing(scope, now);
  }
}
