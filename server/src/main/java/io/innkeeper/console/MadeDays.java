package io.innkeeper.console;

import io.innkeeper.console.UsageMade.Made;
import io.innkeeper.console.view.Grid;
import io.innkeeper.console.view.Grid.Cell;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Words;
import io.innkeeper.usage.Spending.By;
import io.innkeeper.usage.Spending.Sum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The days of a number, exact to the sixth place. */
final class MadeDays {
  private static final int SHOWN = 8;
  private static final int FIRST = 3;
  private static final int LAST = 2;

  private final Looking looking;
  private final Made made;
  private final Address here;
  private final Words words;
  private final Formats formats;

  MadeDays(Looking looking, Made made, Address here) {
    this.looking = looking;
    this.made = made;
    this.here = here;
    this.words = looking.words();
    this.formats = looking.formats();
  }

  Grid grid() {
    List<Grid.Row> rows = new ArrayList<>();
    List<io.innkeeper.usage.SpendGrid.Cell> cells = made.cells();
    boolean all =
        cells.size() <= SHOWN || looking.call().query("days").filter("all"::equals).isPresent();
    if (all) cells.forEach(cell -> rows.add(row(cell)));
    else {
      cells.subList(0, FIRST).forEach(cell -> rows.add(row(cell)));
      String more = words.tell("%s more days", cells.size() - FIRST - LAST);
      rows.add(Grid.Row.leading(more, here.with("days", "all").toString()));
      cells.subList(cells.size() - LAST, cells.size()).forEach(cell -> rows.add(row(cell)));
    }
    return new Grid(words.say("By day"), "plain", columns(), rows, Optional.of(total()));
  }

  private List<Listing.Column> columns() {
    List<Listing.Column> columns = new ArrayList<>();
    columns.add(column(words.say("Day"), ""));
    columns.add(column(words.say("Calls"), "num"));
    columns.add(column(words.say("USD, raw"), "num"));
    if (made.money().dollars()) columns.add(column(words.say("USD, billed"), "num"));
    else {
      columns.add(column(words.say("Rate"), "num r2"));
      columns.add(column(made.money().currency(), "num"));
    }
    return columns;
  }

  private static Listing.Column column(String label, String css) {
    return new Listing.Column(label, "", "", css);
  }

  private Grid.Row row(io.innkeeper.usage.SpendGrid.Cell cell) {
    Sum sum = cell.sum();
    return cells(
        formats.shortDay(cell.day()),
        sum,
        calls(cell),
        UsageRates.value(looking, made.money(), cell.day()),
        made.money().amount(cell.day(), sum.billed()));
  }

  private String calls(io.innkeeper.usage.SpendGrid.Cell cell) {
    Optional<By> by = made.asked().by();
    String part = made.asked().part();
    if (by.isPresent() && part.isEmpty()) return "";
    return looking
        .calls(cell.day(), cell.day())
        .map(at -> by.map(one -> at.with(one == By.USER ? "user" : "model", part)).orElse(at))
        .map(Address::toString)
        .orElse("");
  }

  private Grid.Row total() {
    return cells(words.tell("Days: %s", made.cells().size()), made.total(), "", "", made.amount());
  }

  private Grid.Row cells(String day, Sum sum, String calls, String rate, BigDecimal amount) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(day));
    cells.add(Cell.num(formats.count(sum.requests())).opening(calls));
    cells.add(Cell.num(formats.micros(sum.cost().decimal())));
    if (!made.money().dollars()) cells.add(Cell.of(rate).styled("num r2 quiet"));
    cells.add(Cell.num(formats.micros(amount)));
    return Grid.Row.of(cells);
  }
}
