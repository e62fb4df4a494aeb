package io.innkeeper.cli.budget;

import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.Tone;
import io.innkeeper.cli.terminal.When;
import io.innkeeper.client.BudgetEventView;
import io.innkeeper.client.BudgetView;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Budgets as people read them. */
record BudgetText(When when) {
  private static final long NEARLY = 80;
  private static final long WHOLE = 100;

  static Table<BudgetView> table() {
    return new Table<BudgetView>()
        .column("Of", BudgetText::name)
        .column("Kind", BudgetView::kind)
        .number("Limit USD", one -> plain(one.limit()))
        .number("Spent USD", one -> plain(one.spent()))
        .number("Held USD", one -> plain(one.reserved()))
        .number("Left USD", one -> plain(one.left()))
        .column("Used", BudgetText::used, BudgetText::tone)
        .column("Beyond it", BudgetText::beyond)
        .column("Month", BudgetView::month);
  }

  Table<BudgetEventView> events() {
    return new Table<BudgetEventView>()
        .column("When", one -> when.toTheSecond(one.at()))
        .column("Kind", BudgetEventView::kind)
        .column("Of", BudgetEventView::scope)
        .column("Month", BudgetEventView::month)
        .number("Passed", one -> one.percent() + " %")
        .number("Spent USD", one -> plain(one.spent()))
        .number("Limit USD", one -> plain(one.limit()));
  }

  static String sentence(BudgetView one) {
    String limit = one.limit() == null ? "no budget" : "a budget of USD " + plain(one.limit());
    return "%s has %s a month; USD %s is spent in %s."
        .formatted(name(one), limit, plain(one.spent()), one.month());
  }

  private static String name(BudgetView one) {
    return one.name() == null ? one.id() : one.name();
  }

  private static String beyond(BudgetView one) {
    if (one.limit() == null) return "";
    if (!one.hard()) return "only warns";
    return one.overBudget().equals("lower") ? "answers are shortened" : "calls are refused";
  }

  private static String used(BudgetView one) {
    return one.percent() == null ? "" : one.percent() + " %";
  }

  private static Tone tone(BudgetView one) {
    if (one.percent() == null || one.percent() < NEARLY) return Tone.PLAIN;
    return one.percent() < WHOLE ? Tone.WARNING : Tone.BAD;
  }

  private static String plain(@Nullable BigDecimal amount) {
    return amount == null ? "" : amount.toPlainString();
  }
}
