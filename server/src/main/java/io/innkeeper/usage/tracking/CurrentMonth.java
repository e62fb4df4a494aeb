package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Sums of the current month.
 *
 * @param month in English, {@code November 2026}
 * @param totalCost USD with the markup, exact
 * @param totalCostPln each day at its own rate, rounded once; null where a rate is missing
 * @param daysInMonth the month's length in the calendar
 * @param usagePercentage days with usage among the days of the month, one decimal
 * @param exchangeRateInfo the latest rate in it; null if there is none
 */
@JsonNaming(SnakeCaseStrategy.class)
record CurrentMonth(
    String month,
    long totalTokens,
    BigDecimal totalCost,
    @Nullable BigDecimal totalCostPln,
    long totalRequests,
    long daysWithUsage,
    int daysInMonth,
    BigDecimal usagePercentage,
    @Nullable RateInfo exchangeRateInfo) {}
