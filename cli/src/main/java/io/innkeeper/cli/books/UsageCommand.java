package io.innkeeper.cli.books;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.client.Answer;
import io.innkeeper.client.TenantView;
import io.innkeeper.client.UsageView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code innkeeper usage} */
@Command(
    name = "usage",
    description = "Show what an organisation used and what it cost, to the last digit.",
    subcommands = {LinkCommand.class, BreakdownCommand.class},
    footer = {"", "For example: innkeeper usage brzoza --by user --month 2026-11 --csv"})
public final class UsageCommand implements Runnable {
  private final Desk desk;

  /** Not demanded, so that the verbs below need not name it twice. */
  @Parameters(paramLabel = "ORG", arity = "0..1", description = "Its slug or id.")
  private String org = "";

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--by",
      paramLabel = "PART",
      defaultValue = "day",
      description = "${COMPLETION-CANDIDATES}; day when not given.")
  private UsageText.By by = UsageText.By.day;

  @Option(names = "--csv", description = "As CSV, for a spreadsheet.")
  private boolean csv;

  @Mixin private Period period = new Period();

  public UsageCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    if (org.isEmpty() && spec != null)
      throw new ParameterException(spec.commandLine(), "Missing required parameter: 'ORG'");
    Query query = period.in(Query.of("/organisations/{}/usage", org));
    Answer answer = desk.client().get(query.path());
    if (desk.options().json()) {
      desk.json(answer.json());
      return;
    }
    UsageView usage = answer.as(UsageView.class);
    List<UsageText.Row> rows = UsageText.rows(usage, by, slugs());
    if (csv) {
      desk.terminal().out().print(UsageText.csv(by, rows));
      return;
    }
    if (!desk.options().quiet()) desk.terminal().out().println(UsageText.sums(usage));
    desk.table(UsageText.table(by), rows, "Nothing was used in these days.");
  }

  /** Tenants by id, for people; only asked for when they are shown. */
  private Map<String, String> slugs() {
    if (by != UsageText.By.tenant) return Map.of();
    Map<String, String> slugs = new HashMap<>();
    for (TenantView tenant :
        new Lists(desk).all(new Query("/tenants").with("organisation", org), TenantView.class))
      slugs.put(tenant.id().toString(), tenant.slug());
    return slugs;
  }
}
