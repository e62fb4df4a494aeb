package io.innkeeper.console;

import io.innkeeper.console.UsageStats.Spent;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.Grid;
import io.innkeeper.console.view.Grid.Cell;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.console.view.Words;
import io.innkeeper.money.ExchangeRate;
import io.innkeeper.usage.Spending.Sum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The days as a table, the latest first, each with its rate; the total is of the exact amounts. */
final class UsageDayTable {
  private static final int FIRST = 6;

  private final Looking looking;
  private final Spent spent;
  private final Words words;
  private final Formats formats;
  private final Map<LocalDate, Sum> sums = new HashMap<>();

  UsageDayTable(Looking looking, Spent spent) {
    this.looking = looking;
    this.spent = spent;
    this.words = looking.words();
    this.formats = looking.formats();
    spent.cells().forEach(cell -> sums.merge(cell.day(), cell.sum(), Sum::plus));
  }

  Grid grid() {
    List<LocalDate> days =
        looking
            .period()
            .from()
            .datesUntil(looking.period().shown().plusDays(1))
            .toList()
            .reversed();
    boolean all = looking.call().query("days").filter("all"::equals).isPresent();
    List<Grid.Row> rows = new ArrayList<>();
    days.stream().limit(all ? days.size() : FIRST).map(this::row).forEach(rows::add);
    if (rows.size() < days.size()) {
      String more = looking.here(UsageTab.STATS, "show").with("days", "all") + "#by-day";
      rows.add(Grid.Row.leading(words.tell("All %s days", days.size()), more));
    }
    return new Grid(words.say("By day"), "plain days", columns(), rows, Optional.of(total()));
  }

  /** What is said when the rounded days don't add up to the rounded total. */
  String note() {
    BigDecimal rounded = BigDecimal.ZERO;
    for (Map.Entry<LocalDate, Sum> day : sums.entrySet())
      rounded = rounded.add(shown(spent.money().amount(day.getKey(), day.getValue().billed())));
    if (rounded.compareTo(shown(spent.amount())) == 0) return "";
    return words.tell(
        "The total is rounded once, from the exact sum. The rounded days would add up to %s.",
        money(rounded));
  }

  private BigDecimal shown(BigDecimal amount) {
    return amount.setScale(spent.money().dollars() ? 6 : 2, RoundingMode.HALF_UP);
  }

  private List<Listing.Column> columns() {
    List<Listing.Column> columns = new ArrayList<>();
    columns.add(column(words.say("Day"), ""));
    columns.add(column(words.say("Calls"), "num"));
    columns.add(column(words.say("Tokens"), "num r2"));
    if (!spent.money().dollars()) {
      columns.add(column(Converted.USD, "num r2"));
      columns.add(column(spent.money().currency() + "/" + Converted.USD, "num r2"));
    }
    columns.add(column(spent.money().currency(), "num"));
    columns.add(column(words.say("State"), "r2 day-state"));
    return columns;
  }

  private static Listing.Column column(String label, String css) {
    return new Listing.Column(label, "", "", css);
  }

  private Grid.Row row(LocalDate day) {
    Sum sum = sums.getOrDefault(day, Sum.NONE);
    boolean used = sums.containsKey(day);
    String calls =
        looking.calls(day, day).map(Address::toString).orElse(looking.how(day, day).toString());
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(formats.weekday(day)));
    cells.add(Cell.num(formats.count(sum.requests())).opening(used ? calls : ""));
    cells.add(Cell.num(formats.count(sum.tokens())).styled("num r2"));
    if (!spent.money().dollars()) {
      cells.add(Cell.of(formats.micros(sum.billed().decimal())).styled("num r2"));
      cells.add(
          Cell.of(UsageRates.value(looking, spent.money(), day))
              .styled("num r2 quiet")
              .tagged(fallback(day)));
    }
    BigDecimal amount = spent.money().amount(day, sum.billed());
    cells.add(Cell.num(money(amount)).opening(used ? looking.how(day, day).toString() : ""));
    cells.add(state(day));
    return Grid.Row.of(cells);
  }

  /** Dollars are told to the sixth place, as everywhere in tables. */
  private String money(BigDecimal amount) {
    return spent.money().dollars() ? formats.micros(amount) : formats.money(amount);
  }

  private List<Fact.Tag> fallback(LocalDate day) {
    return spent.money().rate(day).filter(ExchangeRate::fallback).isPresent()
        ? List.of(Fact.Tag.warn(words.say("stand-in")))
        : List.of();
  }

  private Cell state(LocalDate day) {
    boolean live = day.equals(looking.period().today());
    if (live) return Cell.of(words.say("live")).styled("r2 day-state").in(WindowState.RUNNING);
    return Cell.of(words.say("final")).styled("r2 day-state quiet");
  }

  private Grid.Row total() {
    Sum total = spent.total();
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(words.say("Total")));
    cells.add(Cell.num(formats.count(total.requests())));
    cells.add(Cell.of(formats.count(total.tokens())).styled("num r2"));
    if (!spent.money().dollars()) {
      cells.add(Cell.of(formats.micros(total.billed().decimal())).styled("num r2"));
      cells.add(Cell.of("").styled("num r2"));
    }
    cells.add(Cell.num(money(spent.amount())));
    cells.add(Cell.of("").styled("r2"));
    return Grid.Row.of(cells);
  }
}
