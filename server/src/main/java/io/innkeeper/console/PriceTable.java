package io.innkeeper.console;

import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.Grid;
import io.innkeeper.console.view.Grid.Cell;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Models with their prices as a table, in a currency with dollars below. */
final class PriceTable {
  private final Looking looking;
  private final Converted money;
  private final Address address;
  private final Words words;
  private final Formats formats;

  PriceTable(Looking looking, Converted money, Address address) {
    this.looking = looking;
    this.money = money;
    this.address = address.get("sort").isEmpty() ? address.with("sort", "name") : address;
    this.words = looking.words();
    this.formats = looking.formats();
  }

  Grid grid(List<PricedModel> shown) {
    return new Grid(
        words.say("Model pricing"),
        money.dollars() ? "list prices" : "list prices converted",
        List.of(
            this.address.column(words.say("Model"), "name", ""),
            this.address.column(words.say("Context"), "context", "num r2"),
            this.address.column(words.say("In, list"), "in", "num r2"),
            this.address.column(words.say("Out, list"), "out", "num r2"),
            new Listing.Column(words.say("In, billed"), "", "", "num"),
            new Listing.Column(words.say("Out, billed"), "", "", "num"),
            new Listing.Column(words.say("Category"), "", "", "r3")),
        shown.stream().map(this::row).toList(),
        Optional.empty());
  }

  private Grid.Row row(PricedModel model) {
    BigDecimal markup = looking.organisation().spec().markup();
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(model.name()).styled("name cut").over(model.model()).tagged(marks(model)));
    cells.add(
        Cell.of(model.context().isPresent() ? formats.count(model.context().getAsLong()) : "—")
            .styled("num r2"));
    cells.add(price(model.in()).styled("num r2"));
    cells.add(price(model.out()).styled("num r2"));
    cells.add(price(model.in().map(markup::multiply)).styled("num"));
    cells.add(price(model.out().map(markup::multiply)).styled("num"));
    cells.add(
        Cell.of(model.category().map(one -> words.say(one.label())).orElse("—"))
            .styled("r3 second"));
    return Grid.Row.of(cells);
  }

  private List<Fact.Tag> marks(PricedModel model) {
    List<Fact.Tag> marks = new ArrayList<>();
    if (model.fresh().isPresent()) marks.add(Fact.Tag.accent(words.say("new")));
    if (model.gone().isPresent()) marks.add(Fact.Tag.warn(words.say("gone")));
    if (!model.allowed()) marks.add(Fact.Tag.plain(words.say("not allowed")));
    return marks;
  }

  private Cell price(Optional<BigDecimal> usd) {
    if (usd.isEmpty()) return Cell.of(words.say("varies"));
    Cell price = Cell.of(formats.decimal(money.price(usd.get()), 4));
    return money.dollars() ? price : price.over("USD " + formats.decimal(usd.get(), 4));
  }
}
