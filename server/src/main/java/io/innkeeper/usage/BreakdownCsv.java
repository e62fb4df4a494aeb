package io.innkeeper.usage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.http.Csv;
import io.innkeeper.money.ExchangeRate;
import io.innkeeper.usage.Breakdown.Group;
import io.innkeeper.usage.Spending.By;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A breakdown as CSV (RFC 4180), in constant memory. */
final class BreakdownCsv {
  private final Breakdown breakdown;
  private final UsageQuestion question;
  private final RatedDays days;

  BreakdownCsv(Breakdown breakdown, UsageQuestion question, RatedDays days) {
    this.breakdown = breakdown;
    this.question = question;
    this.days = days;
  }

  void writeTo(OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    writer.write(heading());
    breakdown.<IOException>each(question, days, group -> writer.write(row(group)));
    writer.flush();
  }

  private String heading() {
    List<Object> cells = new ArrayList<>();
    for (By by : question.by()) {
      cells.add(by.word());
      if (by == By.USER) cells.add("user_name");
    }
    cells.addAll(List.of("calls", "prompt_tokens", "completion_tokens", "cost_usd", "billed_usd"));
    if (days.wanted()) {
      String unit = "_" + days.currency().toLowerCase(java.util.Locale.ROOT);
      cells.addAll(List.of("cost" + unit, "billed" + unit));
      cells.addAll(List.of("rate", "rate_day", "rate_source", "rate_document", "rate_fallback"));
    }
    return Csv.row(cells);
  }

  private String row(Group group) {
    List<Object> cells = new ArrayList<>();
    for (int i = 0; i < question.by().size(); i++) {
      cells.add(group.keys().get(i));
      if (question.by().get(i) == By.USER) cells.add(group.name());
    }
    cells.add(group.sum().requests());
    cells.add(group.sum().prompt());
    cells.add(group.sum().completion());
    cells.add(group.sum().cost());
    cells.add(group.sum().billed());
    if (days.wanted()) rated(cells, group.rated());
    return Csv.row(cells);
  }

  private static void rated(List<Object> cells, RatedSum rated) {
    Optional<ExchangeRate> rate = rated.rate();
    cells.add(rated.whole() ? new Number(rated.cost()) : "");
    cells.add(rated.whole() ? new Number(rated.billed()) : "");
    cells.add(rate.map(one -> one.value().toPlainString()).orElse(""));
    cells.add(rate.map(one -> one.effective().toString()).orElse(""));
    cells.add(rate.map(ExchangeRate::source).orElse(""));
    cells.add(rate.map(ExchangeRate::document).orElse(""));
    cells.add(rated.fallback() ? "yes" : "no");
  }

  /** An amount is no text: one below zero begins with its sign and stays a number. */
  private record Number(java.math.BigDecimal amount) {
    @Override
    public String toString() {
      return RatedSum.text(amount);
    }
  }
}
