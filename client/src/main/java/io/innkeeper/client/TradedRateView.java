package io.innkeeper.client;

import java.time.LocalDate;

/**
 * What Narodowy Bank Polski bids and asks for a currency, by its table C. No amount is converted
 * with it.
 *
 * @param currency of which one unit is traded
 * @param bid złoty that the bank pays, exact, as a decimal text
 * @param ask złoty that it takes
 * @param traded the day of the market's prices
 * @param effective the day it was published for
 * @param source {@code NBP C}
 * @param document the number of the table, for example {@code 220/C/NBP/2026}
 */
public record TradedRateView(
    String currency,
    String bid,
    String ask,
    LocalDate traded,
    LocalDate effective,
    String source,
    String document) {}
