package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * The figures of a month.
 *
 * @param plnConversionAvailable whether every day with an amount has a rate
 */
@JsonNaming(SnakeCaseStrategy.class)
record MonthStats(
    CurrentMonth currentMonth,
    List<TrackedDay> dailyBreakdown,
    MonthlySummary monthlySummary,
    String clientOrgName,
    boolean plnConversionAvailable) {}
