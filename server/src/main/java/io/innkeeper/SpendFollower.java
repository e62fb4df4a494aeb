package io.innkeeper;

import io.innkeeper.budget.BudgetBook;
import io.innkeeper.budget.Spender;
import io.innkeeper.budget.Standings;
import io.innkeeper.usage.SpendChange;
import io.innkeeper.usage.SpendLine;
import io.innkeeper.usage.SpendNews;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Keeps the budgets in step with what people write into the ledger, in whichever process they do.
 * Thread-safe.
 */
final class SpendFollower {
  private final SpendNews news;
  private final BudgetBook budgets;
  private OptionalLong seen = OptionalLong.empty();

  SpendFollower(SpendNews news, BudgetBook budgets) {
    this.news = news;
    this.budgets = budgets;
  }

  /**
   * Enters the sums so far; from here on news count.
   *
   * @param sums read again if something was written meanwhile, which might be in them or not
   */
  synchronized void begin(Supplier<List<SpendLine>> sums) {
    long before;
    List<SpendLine> lines;
    do {
      before = news.last();
      lines = sums.get();
    } while (news.last() != before);
    lines.forEach(line -> Standings.enter(budgets, line));
    seen = OptionalLong.of(before);
  }

  /** Enters what is new; nothing before the beginning. */
  synchronized void follow() {
    if (seen.isEmpty()) return;
    for (SpendNews.Numbered one : news.after(seen.getAsLong())) {
      enter(one.change());
      seen = OptionalLong.of(one.number());
    }
  }

  /** What became known in this process alone. */
  void enter(SpendChange change) {
    Spender spender =
        new Spender(
            change.share().organisation(),
            change.share().tenant(),
            change.share().key(),
            change.person());
    budgets.enter(
        spender, YearMonth.from(change.day()), change.cost(), change.released().negated());
  }
}
