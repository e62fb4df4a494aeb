package io.innkeeper.rate;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What NBP bids and asks for one unit of a currency, in złoty, by its table C.
 *
 * @param traded the day of the market's prices
 * @param effective the day it was published for
 * @param document the table's number, for example {@code 220/C/NBP/2026}
 */
public record TradedRate(
    String currency,
    BigDecimal bid,
    BigDecimal ask,
    LocalDate traded,
    LocalDate effective,
    String document) {}
