package io.innkeeper.console;

import io.innkeeper.console.UsageSplits.Split;
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

/** People or models as a table of figures. */
final class SplitTable {
  private final Looking looking;
  private final UsageTab tab;
  private final Split split;
  private final Words words;
  private final Formats formats;
  private final boolean users;

  SplitTable(Looking looking, UsageTab tab, Split split) {
    this.looking = looking;
    this.tab = tab;
    this.split = split;
    this.words = looking.words();
    this.formats = looking.formats();
    this.users = tab == UsageTab.USERS;
  }

  Grid grid(List<SplitRow> shown) {
    BigDecimal whole = split.amount();
    return new Grid(
        words.say(tab.label()),
        "list splits",
        columns(),
        shown.stream().map(row -> row(row, whole)).toList(),
        split.found().size() == split.all().size() ? Optional.of(total(whole)) : Optional.empty());
  }

  private List<Listing.Column> columns() {
    Address address = looking.here(tab, "q", "kinds", "sort");
    if (address.get("sort").isEmpty()) address = address.with("sort", "-cost");
    boolean dollars = split.money().dollars();
    List<Listing.Column> columns = new ArrayList<>();
    columns.add(address.column(words.say(users ? "Person" : "Model"), "name", ""));
    if (users) columns.add(new Listing.Column(words.say("E-mail"), "", "", "r3"));
    columns.add(address.column(words.say("Calls"), "calls", "num r2"));
    columns.add(address.column(words.say("Tokens in"), "in", "num r2"));
    columns.add(address.column(words.say("Tokens out"), "out", "num r2"));
    if (!dollars) columns.add(new Listing.Column(Converted.USD, "", "", "num r3"));
    columns.add(address.column(split.money().currency(), "cost", "num"));
    columns.add(address.column(words.say("Days"), "days", "num r3"));
    columns.add(address.column(words.say("Last seen"), "seen", "num r3"));
    columns.add(new Listing.Column(words.say("Share"), "", "", "num share r2"));
    return columns;
  }

  private Grid.Row row(SplitRow row, BigDecimal whole) {
    Sum sum = row.sum();
    String how =
        UsageMade.of(looking, users ? By.USER : By.MODEL, row.part())
            .with("kinds", KindChoice.of(looking.call()).word())
            .toString();
    List<Cell> cells = new ArrayList<>();
    Cell name =
        Cell.of(row.name())
            .styled("name cut")
            .over(
                words.tell("calls: %s", formats.count(sum.requests()))
                    + " · "
                    + formats.percent(row.amount(), whole, 1));
    cells.add(!users && !row.part().isEmpty() ? name.coded() : name);
    if (users)
      cells.add(Cell.of(row.email().isEmpty() ? "—" : row.email()).styled("r3 cut second"));
    cells.add(Cell.of(formats.count(sum.requests())).styled("num r2").opening(calls(row)));
    cells.add(Cell.of(formats.count(sum.prompt())).styled("num r2"));
    cells.add(Cell.of(formats.count(sum.completion())).styled("num r2"));
    if (!split.money().dollars())
      cells.add(Cell.of(formats.micros(sum.billed().decimal())).styled("num r3"));
    cells.add(Cell.num(money(row.amount())).opening(how));
    cells.add(Cell.of(formats.count(row.days())).styled("num r3"));
    cells.add(Cell.of(seen(row)).styled("num r3 second"));
    cells.add(
        Cell.of(formats.percent(row.amount(), whole, 1))
            .styled("num share r2")
            .bar(UsageSplits.share(row.amount(), whole)));
    return Grid.Row.of(cells);
  }

  private String money(BigDecimal amount) {
    return formats.decimal(amount, UsageSplits.places(split));
  }

  /** What belongs to nobody has no address among the calls. */
  private String calls(SplitRow row) {
    if (row.part().isEmpty()) return "";
    return looking
        .calls()
        .map(all -> all.with(users ? "user" : "model", row.part()).toString())
        .orElse("");
  }

  private String seen(SplitRow row) {
    return row.seen()
        .map(at -> formats.recent(at, looking.now(), looking.zone()))
        .or(() -> row.lastDay().map(formats::shortDay))
        .orElse("—");
  }

  private Grid.Row total(BigDecimal whole) {
    Sum sum = split.all().stream().map(SplitRow::sum).reduce(Sum.NONE, Sum::plus);
    List<Cell> cells = new ArrayList<>();
    cells.add(
        Cell.of(words.tell(users ? "Total, people: %s" : "Total, models: %s", split.all().size())));
    if (users) cells.add(Cell.of("").styled("r3"));
    cells.add(Cell.of(formats.count(sum.requests())).styled("num r2"));
    cells.add(Cell.of(formats.count(sum.prompt())).styled("num r2"));
    cells.add(Cell.of(formats.count(sum.completion())).styled("num r2"));
    if (!split.money().dollars())
      cells.add(Cell.of(formats.micros(sum.billed().decimal())).styled("num r3"));
    cells.add(Cell.num(money(whole)));
    cells.add(Cell.of("").styled("r3"));
    cells.add(Cell.of("").styled("r3"));
    cells.add(Cell.of(formats.percent(whole, whole, 1)).styled("num share r2 plainly"));
    return Grid.Row.of(cells);
  }
}
