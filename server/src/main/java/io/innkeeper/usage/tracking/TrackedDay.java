package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day on which something was booked.
 *
 * @param dayName in English
 * @param cost USD with the markup, exact
 * @param primaryModel the one with most tokens; null if there was none
 * @param uniqueUsers how many different people called
 * @param lastActivity when the last call arrived, {@code HH:MM} in the organisation's zone; null if
 *     there was none
 * @param exchangeRateUsed that day's own; null if none is known
 */
@JsonNaming(SnakeCaseStrategy.class)
record TrackedDay(
    LocalDate date,
    String dayName,
    int dayNumber,
    long tokens,
    BigDecimal cost,
    @Nullable BigDecimal costPln,
    long requests,
    @Nullable String primaryModel,
    long uniqueUsers,
    @Nullable String lastActivity,
    @Nullable BigDecimal exchangeRateUsed) {}
