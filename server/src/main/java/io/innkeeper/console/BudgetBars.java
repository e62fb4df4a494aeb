package io.innkeeper.console;

import io.innkeeper.budget.Scope;
import io.innkeeper.budget.Standing;
import io.innkeeper.console.view.BudgetBar;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
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
  record Budget(Usd limit, Usd spent, Usd held) {
    int percent() {
      return Numbers.percent(spent, limit);
    }

    /** “warn” from where one is told, “bad” from where calls are refused. */
    String css() {
      if (Numbers.percent(spent.plus(held), limit) >= FULL && percent() >= TOLD) return "bad";
      return percent() >= TOLD ? "warn" : "";
    }
  }

  /** By the gateway's own account where this process keeps it, else by the ledger. */
  Optional<Budget> of(Organisation organisation, Usd spentByLedger) {
    Optional<Standing> standing = money.standing().apply(Scope.organisation(organisation.id()));
    return organisation
        .spec()
        .monthlyBudget()
        .map(
            limit ->
                new Budget(
                    Usd.of(limit),
                    standing.map(Standing::spent).orElse(spentByLedger),
                    standing.map(Standing::reserved).orElse(Usd.ZERO)));
  }

  BudgetBar bar(Budget budget, String month) {
    int spent = Math.min(FULL, budget.percent());
    int both = Math.min(FULL, Numbers.percent(budget.spent().plus(budget.held()), budget.limit()));
    Sentence words =
        Sentence.NONE
            .strong(budget.percent() + "%")
            .plain(" of USD " + Numbers.cents(budget.limit()));
    if (!budget.held().isZero())
      words = words.quiet(" · " + Numbers.cents(budget.held()) + " held for calls under way");
    words =
        budget.percent() >= FULL
            ? words.quiet(" · new calls are refused")
            : words.quiet(" · marks at 50, 80 and 100%");
    return new BudgetBar("Budget for " + month, spent, both - spent, budget.css(), words);
  }
}
