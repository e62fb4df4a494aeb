package io.innkeeper.budget;

import io.innkeeper.client.BudgetEventView;
import io.innkeeper.client.BudgetView;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Budgets as API, CLI and console are told of them. */
public final class BudgetViews {
  private final Budgets budgets;
  private final Standings standings;
  private final BudgetEvents events;
  private final BudgetNames names;
  private final Clock clock;

  public BudgetViews(
      Budgets budgets, Standings standings, BudgetEvents events, BudgetNames names, Clock clock) {
    this.budgets = budgets;
    this.standings = standings;
    this.events = events;
    this.names = names;
    this.clock = clock;
  }

  /** An organisation's budgets, its own first. */
  public List<BudgetView> of(Organisation organisation) {
    BudgetBook book = standings.of(organisation.id());
    Instant now = clock.instant();
    return budgets.of(organisation).stream()
        .map(budget -> view(budget, book.standing(budget.scope(), now)))
        .toList();
  }

  /** One account of it, though it may have no budget. */
  public BudgetView of(Organisation organisation, Scope scope) {
    return of(budgets.of(organisation, scope));
  }

  BudgetView of(Budgets.Budget budget) {
    return view(budget, standings.of(budget.scope(), clock.instant()));
  }

  private BudgetView view(Budgets.Budget budget, Standing found) {
    // The gateway may not have read the newest limit yet; the caller just has.
    Standing standing = Standings.under(found, budget.limit());
    Scope scope = budget.scope();
    Optional<Limit> limit = budget.limit();
    return new BudgetView(
        scope.kind().word(),
        scope.id(),
        names.of(scope).orElse(null),
        standing.month().toString(),
        limit.map(known -> plain(known.amount())).orElse(null),
        limit.map(Limit::hard).orElse(true),
        limit.map(Limit::lowers).orElse(false) ? "lower" : "refuse",
        plain(standing.spent()),
        plain(standing.reserved()),
        standing.left().map(BudgetViews::plain).orElse(null),
        percent(standing),
        events.passed(scope, standing.month()),
        standing.resets(),
        budget.version());
  }

  static BudgetEventView of(BudgetEvents.Event event) {
    return new BudgetEventView(
        event.id(),
        event.scope().organisation(),
        event.scope().kind().word(),
        event.scope().id(),
        event.month().toString(),
        event.percent(),
        plain(event.spent()),
        plain(event.limit()),
        event.at());
  }

  private static @Nullable Long percent(Standing standing) {
    long limit = standing.limit().map(known -> known.amount().pico()).orElse(0L);
    if (limit == 0) return null;
    return BigInteger.valueOf(standing.spent().pico())
        .multiply(BigInteger.valueOf(100))
        .divide(BigInteger.valueOf(limit))
        .longValue();
  }

  private static BigDecimal plain(Usd amount) {
    return new BigDecimal(amount.toString());
  }
}
