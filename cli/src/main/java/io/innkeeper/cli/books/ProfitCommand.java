package io.innkeeper.cli.books;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.client.Answer;
import io.innkeeper.client.ProfitPart;
import io.innkeeper.client.ProfitView;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code innkeeper profit} */
@Command(
    name = "profit",
    description = "What was paid to the upstream, what was billed for it, and what is left.")
public final class ProfitCommand implements Runnable {
  private final Desk desk;

  @Mixin private Period period = new Period();

  @Option(names = "--models", description = "Each organisation's models one by one.")
  private boolean models;

  public ProfitCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    Answer answer = desk.client().get(period.in(new Query("/profit")).path());
    if (desk.options().json()) {
      desk.json(answer.json());
      return;
    }
    ProfitView profit = answer.as(ProfitView.class);
    desk.table(
        table(models),
        models ? profit.models() : profit.organisations(),
        "Nobody called on these days.");
    desk.tell(
        "%s to %s: USD %s billed, USD %s paid, USD %s left."
            .formatted(
                profit.from(),
                profit.to(),
                profit.billed().toPlainString(),
                profit.cost().toPlainString(),
                profit.margin().toPlainString()));
  }

  private static Table<ProfitPart> table(boolean models) {
    Table<ProfitPart> table =
        new Table<ProfitPart>().column("Organisation", ProfitPart::organisation);
    if (models) table.column("Model", part -> part.model() == null ? "" : part.model());
    return table
        .number("Calls", part -> Long.toString(part.calls()))
        .number("Paid USD", part -> plain(part.cost()))
        .number("Billed USD", part -> plain(part.billed()))
        .number("Left USD", part -> plain(part.margin()))
        .number("Markup", part -> plain(part.markup()))
        .number("Left", part -> plain(part.marginConverted()))
        .column("In", ProfitPart::currency)
        .column("Rate", part -> part.fallback() ? "stands in" : "");
  }

  private static String plain(@Nullable BigDecimal amount) {
    return amount == null ? "" : amount.toPlainString();
  }
}
