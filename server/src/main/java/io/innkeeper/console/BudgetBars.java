package io.innkeeper.console;

import io.innkeeper.budget.Limit;
import io.innkeeper.budget.Scope;
import io.innkeeper.budget.Standing;
import io.innkeeper.console.view.BudgetBar;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import java.time.Instant;
import java.util.Optional;

/** An organisation's budget of the month as a bar. */
final class BudgetBars {
  private static final int TOLD = 80;
  private static final int FULL = 100;

  private final MoneyParts money;

  BudgetBars(MoneyParts money) {
    this.money = money;
  }

  /** How much of its budget is spent and held. */
  record Budget(Limit limit, Usd spent, Usd held) {
    int percent() {
      return Numbers.percent(spent, limit.amount());
    }

    /** Whether calls are refused now. */
    boolean refuses() {
      return limit.hard() && percent() >= FULL;
    }

    /** “warn” from where one is told, “bad” from where nothing more fits. */
    String css() {
      if (percent() < TOLD) return "";
      return Numbers.percent(spent.plus(held), limit.amount()) >= FULL ? "bad" : "warn";
    }
  }

  Optional<Budget> of(Organisation organisation, Instant now) {
    Scope scope = Scope.organisation(organisation.id());
    return money
        .budgets()
        .budgets()
        .of(organisation, scope)
        .limit()
        .map(
            limit -> {
              Standing standing = money.standing(scope, now);
              return new Budget(limit, standing.spent(), standing.reserved());
            });
  }

  BudgetBar bar(Budget budget, String month) {
    int spent = Math.min(FULL, budget.percent());
    int both =
        Math.min(
            FULL, Numbers.percent(budget.spent().plus(budget.held()), budget.limit().amount()));
    Sentence words =
        Sentence.NONE
            .strong(budget.percent() + "%")
            .plain(" of USD " + Numbers.cents(budget.limit().amount()));
    if (!budget.held().isZero())
      words = words.quiet(" · " + Numbers.cents(budget.held()) + " held for calls under way");
    words =
        budget.refuses()
            ? words.quiet(" · new calls are refused")
            : words.quiet(" · marks at 50, 80 and 100%");
    return new BudgetBar("Budget for " + month, spent, both - spent, budget.css(), words);
  }
}
