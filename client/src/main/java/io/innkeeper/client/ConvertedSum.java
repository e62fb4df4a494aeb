package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A sum in another currency than USD, each day at its own rate, exact and not rounded.
 *
 * @param currency ISO 4217
 * @param cost at the upstream's prices, as decimal text
 * @param billed with the markup that applied to each call
 * @param rate units of the currency for one US dollar; absent where several days brought several
 * @param effective the day the rate was published for
 * @param source who published it
 * @param document its table's number; empty if it has none
 * @param fallback whether any rate in it stands in for one that should be there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConvertedSum(
    String currency,
    String cost,
    String billed,
    @Nullable String rate,
    @Nullable LocalDate effective,
    @Nullable String source,
    @Nullable String document,
    boolean fallback) {}
