package io.innkeeper.console;

import io.innkeeper.console.PricedModel.Category;
import io.innkeeper.http.Csv;
import io.innkeeper.money.ExchangeRate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Prices as a table for a spreadsheet: exact ones in dollars, then what is billed, and its rate.
 */
final class PriceCsv {
  private final BigDecimal markup;
  private final Converted money;
  private final Optional<ExchangeRate> rate;

  PriceCsv(BigDecimal markup, Converted money) {
    this.markup = markup;
    this.money = money;
    this.rate = money.latest();
  }

  String of(Stream<PricedModel> models) {
    StringBuilder text =
        new StringBuilder(
            Csv.quoted(
                "model",
                "name",
                "usd_in_per_million",
                "usd_out_per_million",
                "billed_in_per_million",
                "billed_out_per_million",
                "context",
                "category",
                "mark",
                "allowed",
                "amount_in_per_million",
                "amount_out_per_million",
                "currency",
                "rate",
                "rate_source",
                "rate_document",
                "rate_day",
                "rate_stands_in"));
    models.map(this::row).forEach(text::append);
    return text.toString();
  }

  private String row(PricedModel model) {
    Optional<BigDecimal> in = model.in().map(markup::multiply);
    Optional<BigDecimal> out = model.out().map(markup::multiply);
    List<Object> cells = new ArrayList<>();
    cells.add(model.model());
    cells.add(model.name());
    cells.add(cell(model.in()));
    cells.add(cell(model.out()));
    cells.add(cell(in));
    cells.add(cell(out));
    cells.add(model.context().isPresent() ? (Object) model.context().getAsLong() : "");
    cells.add(model.category().map(Category::label).orElse(""));
    cells.add(model.gone().isPresent() ? "gone" : model.fresh().isPresent() ? "new" : "");
    cells.add(model.allowed() ? "yes" : "no");
    cells.add(cell(in.map(money::price)));
    cells.add(cell(out.map(money::price)));
    cells.add(money.currency());
    cells.addAll(UsageRates.cells(rate));
    return Csv.quoted(cells.toArray());
  }

  private static Object cell(Optional<BigDecimal> price) {
    return price.<Object>map(BigDecimal::stripTrailingZeros).orElse("varies");
  }
}
