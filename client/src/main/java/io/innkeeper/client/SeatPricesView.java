package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What seats cost from a month on.
 *
 * @param since the first month, for example {@code 2026-11}; absent for the usual prices
 * @param currency ISO 4217
 * @param tiers ascending by count; all seats have the price of the one their count falls into
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SeatPricesView(
    @Nullable String since, String currency, List<SeatTierView> tiers, long version) {}
