package io.innkeeper.cli.books;

import io.innkeeper.cli.terminal.Csv;
import io.innkeeper.cli.terminal.Facts;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.client.SumView;
import io.innkeeper.client.UsagePart;
import io.innkeeper.client.UsageView;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sums as people and spreadsheets read them. */
final class UsageText {
  private UsageText() {}

  /** By what sums are split. */
  enum By {
    day,
    model,
    user,
    tenant,
    key,
    kind;

    String header() {
      return UsageText.header(name());
    }
  }

  /**
   * One part of the sum.
   *
   * @param id as the API knows it
   * @param name as people know it
   */
  record Row(String id, String name, SumView sum) {}

  static List<Row> rows(UsageView usage, By by, Map<String, String> slugs) {
    if (by == By.user)
      return usage.users().stream().map(one -> new Row(one.user(), one.name(), one.sum())).toList();
    List<UsagePart> parts =
        switch (by) {
          case day -> usage.days();
          case model -> usage.models();
          case tenant -> usage.tenants();
          case key -> usage.keys();
          default -> usage.kinds();
        };
    return parts.stream()
        .map(one -> new Row(one.part(), slugs.getOrDefault(one.part(), one.part()), one.sum()))
        .toList();
  }

  static String header(String part) {
    if (part.isEmpty()) return part;
    return part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1);
  }

  static Table<Row> table(By by) {
    return new Table<Row>()
        .column(by.header(), Row::name)
        .number("Calls", row -> Long.toString(row.sum().requests()))
        .number("Tokens in", row -> Long.toString(row.sum().promptTokens()))
        .number("out", row -> Long.toString(row.sum().completionTokens()))
        .number("Cost USD", row -> row.sum().cost())
        .number("Billed USD", row -> row.sum().billed());
  }

  static String sums(UsageView usage) {
    return new Facts()
        .add("Today", "%s, %s".formatted(usage.today(), sum(usage.day())))
        .add(
            "Days",
            "%s to %s in %s, %s"
                .formatted(usage.from(), usage.to(), usage.timeZone(), sum(usage.total())))
        .rendered();
  }

  static String csv(By by, List<Row> rows) {
    StringBuilder all =
        new StringBuilder(
            Csv.row(
                by.name(),
                "name",
                "calls",
                "prompt_tokens",
                "completion_tokens",
                "cost_usd",
                "billed_usd"));
    for (Row row : rows) {
      SumView sum = row.sum();
      all.append(
          Csv.row(
              row.id(),
              row.name(),
              sum.requests(),
              sum.promptTokens(),
              sum.completionTokens(),
              sum.cost(),
              sum.billed()));
    }
    return all.toString();
  }

  private static String sum(SumView sum) {
    return "%d %s, cost USD %s, billed USD %s"
        .formatted(
            sum.requests(), sum.requests() == 1 ? "call" : "calls", sum.cost(), sum.billed());
  }
}
