package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a dollar can be converted today.
 *
 * @param effectiveDate of the rate; null if none is known
 */
@JsonNaming(SnakeCaseStrategy.class)
record RateHealth(String status, @Nullable LocalDate effectiveDate, boolean isFallback) {}
