package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a US dollar cost.
 *
 * @param value units of the currency for one dollar, exact, as a decimal text
 * @param effective the day it was published for
 * @param source {@code NBP A}, {@code ECB} or {@code NBP A, NBP B}
 * @param document the number of the table, for example {@code 220/A/NBP/2026}; absent if it has
 *     none
 * @param fallback whether it stands in for one that should be there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RateView(
    String currency,
    String value,
    LocalDate effective,
    String source,
    @Nullable String document,
    boolean fallback) {}
