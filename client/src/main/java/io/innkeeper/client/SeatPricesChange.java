package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Other prices from a month on.
 *
 * @param since the first month, for example {@code 2026-11}
 * @param currency the organisation's when absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SeatPricesChange(
    @Nullable String since, @Nullable String currency, @Nullable List<SeatTierView> tiers) {}
