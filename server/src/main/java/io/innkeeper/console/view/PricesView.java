package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * What a dollar costs by day in one currency, and what models cost in dollars.
 *
 * @param problems what could not be read, each in words
 * @param currencies the choice, empty while there is only one
 * @param currency the chosen one's code
 * @param rates the latest day first
 * @param noRates why there is none, or empty
 * @param traded what NBP bids and asks for a dollar, while złoty are chosen; or empty
 * @param asked when each bank was last asked
 * @param commands where the same by CLI or API is shown
 * @param empty what stands where no model is shown
 */
public record PricesView(
    String lead,
    List<Action> actions,
    List<Sentence> problems,
    List<Listing.Chip> currencies,
    String currency,
    List<RateRow> rates,
    String noRates,
    String traded,
    String asked,
    Listing listing,
    List<PriceRow> prices,
    Moment read,
    String commands,
    Optional<Empty> empty)
    implements Screen {

  public PricesView {
    actions = List.copyOf(actions);
    problems = List.copyOf(problems);
    currencies = List.copyOf(currencies);
    rates = List.copyOf(rates);
    prices = List.copyOf(prices);
  }

  @Override
  public String template() {
    return "prices/list";
  }

  @Override
  public String title() {
    return "Prices and rates";
  }
}
