package io.innkeeper.console;

import io.innkeeper.http.Csv;
import io.innkeeper.money.ExchangeRate;
import io.innkeeper.usage.SpendGrid.Cell;
import io.innkeeper.usage.Spending.Sum;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Days as a table for a spreadsheet: exact amounts, each with its rate and where that is from. */
final class UsageDayCsv {
  private UsageDayCsv() {}

  static String of(Looking looking, List<Cell> cells, Converted money) {
    StringBuilder text =
        new StringBuilder(
            Csv.quoted(
                "day",
                "calls",
                "tokens_in",
                "tokens_out",
                "cost_usd",
                "billed_usd",
                "amount",
                "currency",
                "rate",
                "rate_source",
                "rate_document",
                "rate_day",
                "rate_stands_in",
                "state"));
    for (Cell cell : cells) text.append(row(looking, cell, money));
    return text.toString();
  }

  private static String row(Looking looking, Cell cell, Converted money) {
    LocalDate day = cell.day();
    Sum sum = cell.sum();
    Optional<ExchangeRate> rate = money.dollars() ? Optional.empty() : money.rate(day);
    List<Object> cells = new ArrayList<>();
    cells.add(day);
    cells.add(sum.requests());
    cells.add(sum.prompt());
    cells.add(sum.completion());
    cells.add(sum.cost());
    cells.add(sum.billed());
    cells.add(money.amount(day, sum.billed()).stripTrailingZeros());
    cells.add(money.currency());
    cells.addAll(UsageRates.cells(rate));
    cells.add(day.equals(looking.period().today()) ? "live" : "final");
    return Csv.quoted(cells.toArray());
  }
}
