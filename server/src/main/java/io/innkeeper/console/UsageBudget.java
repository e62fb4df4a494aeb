package io.innkeeper.console;

import io.innkeeper.console.view.BudgetBar;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Words;
import java.time.YearMonth;
import java.util.Optional;

/** The month's budget, in the reader's language. */
final class UsageBudget {
  private final BudgetBars bars;

  UsageBudget(MoneyParts money) {
    this.bars = new BudgetBars(money);
  }

  /** Only of the running month: what earlier budgets were nobody kept. */
  Optional<BudgetBar> of(Looking looking) {
    if (!looking.period().month() || !looking.period().live()) return Optional.empty();
    return bars.of(looking.organisation(), looking.now()).map(budget -> bar(looking, budget));
  }

  private BudgetBar bar(Looking looking, BudgetBars.Budget budget) {
    Words words = looking.words();
    Formats formats = looking.formats();
    String month = formats.monthWord(YearMonth.from(looking.period().from()));
    BudgetBar drawn = bars.bar(budget, month);
    Sentence says =
        Sentence.NONE
            .strong(budget.percent() + "%")
            .plain(
                " " + words.tell("of USD %s", formats.exact(budget.limit().amount().decimal(), 0)));
    if (!budget.held().isZero())
      says =
          says.quiet(
              " · "
                  + words.tell(
                      "USD %s held for calls under way", formats.money(budget.held().decimal())));
    says =
        says.quiet(
            " · "
                + words.say(
                    budget.refuses()
                        ? "new calls are refused"
                        : "at the upstream's prices, marks at 50, 80 and 100%"));
    return new BudgetBar(
        words.tell("Budget for %s", month), drawn.spent(), drawn.held(), drawn.css(), says);
  }
}
