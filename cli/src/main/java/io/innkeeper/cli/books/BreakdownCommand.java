package io.innkeeper.cli.books;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Limit;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.client.ConvertedSum;
import io.innkeeper.client.UsageGroup;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper usage breakdown} */
@Command(
    name = "breakdown",
    description = "Show usage by one thing or by two, in the organisation's currency beside USD.",
    footer = {"", "For example: innkeeper usage breakdown brzoza --by user,model --sort tokens"})
public final class BreakdownCommand implements Runnable {
  private final Desk desk;

  @Parameters(paramLabel = "ORG", description = "Its slug or id.")
  private String org = "";

  @Option(
      names = "--by",
      paramLabel = "PARTS",
      defaultValue = "day",
      description =
          "day, user, model, tenant, kind or key, or two of them by a comma; day when not given.")
  private String by = "day";

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      description = "group, cost, billed, calls or tokens.")
  private Optional<String> sort = Optional.empty();

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "Such as EUR; the organisation's own when not given.")
  private Optional<String> currency = Optional.empty();

  @Option(names = "--user", paramLabel = "ID", description = "Only this person's.")
  private Optional<String> user = Optional.empty();

  @Option(names = "--model", paramLabel = "MODEL", description = "Only this model's.")
  private Optional<String> model = Optional.empty();

  @Option(names = "--csv", description = "As CSV, however much it is.")
  private boolean csv;

  @Mixin private Period period = new Period();
  @Mixin private Limit limit = new Limit();

  public BreakdownCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    Query query =
        period
            .in(Query.of("/organisations/{}/usage/breakdown", org).with("by", by))
            .with("sort", sort)
            .with("currency", currency)
            .with("user", user)
            .with("model", model);
    if (csv) {
      desk.client().copy(query.with("format", "csv").path(), desk.terminal().out());
      return;
    }
    new Lists(desk)
        .show(query, UsageGroup.class, table(), limit, "Nothing was used in these days.");
  }

  private Table<UsageGroup> table() {
    Table<UsageGroup> table = new Table<>();
    List<String> parts = Arrays.stream(by.split(",")).map(String::strip).toList();
    for (String part : parts)
      table = table.column(UsageText.header(part), group -> text(group, part));
    return table
        .number("Calls", group -> Long.toString(group.sum().requests()))
        .number("Tokens in", group -> Long.toString(group.sum().promptTokens()))
        .number("out", group -> Long.toString(group.sum().completionTokens()))
        .number("Cost USD", group -> group.sum().cost())
        .number("Billed USD", group -> group.sum().billed())
        .number("Billed", group -> converted(group.converted()))
        .column("Rate", group -> rate(group.converted()));
  }

  private static String text(UsageGroup group, String part) {
    @Nullable Object value =
        switch (part) {
          case "day" -> group.day();
          case "user" -> name(group);
          case "model" -> group.model();
          case "tenant" -> group.tenant();
          case "kind" -> group.kind();
          default -> group.key();
        };
    return value == null ? "" : value.toString();
  }

  private static @Nullable String name(UsageGroup group) {
    boolean unnamed = group.userName() == null || group.userName().isEmpty();
    return unnamed ? group.user() : group.userName();
  }

  private static String converted(@Nullable ConvertedSum sum) {
    return sum == null ? "" : sum.billed() + " " + sum.currency();
  }

  private static String rate(@Nullable ConvertedSum sum) {
    if (sum == null) return "";
    String stands = sum.fallback() ? ", a stand-in" : "";
    if (sum.rate() == null) return "each day's own" + stands;
    return sum.rate() + ", " + sum.source() + " " + sum.document() + stands;
  }
}
