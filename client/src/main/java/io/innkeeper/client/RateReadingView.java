package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with a bank's table.
 *
 * @param source {@code NBP A}, {@code NBP B}, {@code NBP C} or {@code ECB}
 * @param triedAt when the bank was last asked
 * @param asOf when it last answered as it should
 * @param problem why the last try did not bring what it should
 * @param latest the newest day known
 * @param document that table's number
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RateReadingView(
    String source,
    @Nullable Instant triedAt,
    @Nullable Instant asOf,
    @Nullable String problem,
    @Nullable LocalDate latest,
    @Nullable String document) {}
