package io.innkeeper.cli.budget;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Limit;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.client.Answer;
import io.innkeeper.client.BudgetChange;
import io.innkeeper.client.BudgetEventView;
import io.innkeeper.client.BudgetView;
import java.math.BigDecimal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper budget …} */
@Command(name = "budget", description = "Budgets: what may be spent in a month.")
public final class BudgetCommand {
  private static final String ORG = "Its slug or id.";

  private final Desk desk;

  public BudgetCommand(Desk desk) {
    this.desk = desk;
  }

  @Command(description = "Show an organisation's budgets and how they stand.")
  void show(@Parameters(paramLabel = "ORG", description = ORG) String org, @Mixin Limit limit) {
    new Lists(desk)
        .show(
            Query.of("/organisations/{}/budgets", org),
            BudgetView.class,
            BudgetText.table(),
            limit,
            "No budgets. Set one: innkeeper budget set " + org + " 100");
  }

  @Command(description = "Set a budget; it counts within a second.")
  void set(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Parameters(paramLabel = "USD", description = "Per month, at the upstream's cost.")
          BigDecimal limit,
      @Mixin Account account,
      @Option(names = "--warn", description = "Refuse nothing beyond it, only tell.") boolean warn,
      @Option(
              names = "--lower",
              description = "Shorten the longest answer to what still fits, rather than refuse.")
          boolean lower) {
    String path = account.in(org).path();
    long version = desk.client().get(path).version().orElse(0);
    BudgetChange wanted = new BudgetChange(limit, !warn, lower ? "lower" : "refuse");
    Answer answer = desk.client().put(path, version, wanted);
    desk.show(answer, BudgetView.class, BudgetView::id, BudgetText::sentence);
  }

  @Command(description = "Take a budget away: nothing limits this account any more.")
  void remove(
      @Parameters(paramLabel = "ORG", description = ORG) String org, @Mixin Account account) {
    desk.client().delete(account.in(org).path());
    desk.tell("There is no such budget any more.");
  }

  @Command(description = "List when 50, 80 and 100 per cent were passed, the latest first.")
  void events(@Parameters(paramLabel = "ORG", description = ORG) String org, @Mixin Limit limit) {
    new Lists(desk)
        .show(
            Query.of("/organisations/{}/budget-events", org),
            BudgetEventView.class,
            new BudgetText(desk.when()).events(),
            limit,
            "No budget has come to its half yet.");
  }
}
