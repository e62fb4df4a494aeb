package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fresh the prices are.
 *
 * @param asOf when they were last read
 * @param triedAt when that was last tried
 * @param problem why the last try failed; the prices before it stay in force
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PriceAgeView(
    @Nullable Instant asOf, @Nullable Instant triedAt, @Nullable String problem) {}
