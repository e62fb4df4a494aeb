package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands out in the month so far.
 *
 * @param averageDailyTokens over the days that have begun
 * @param averageDailyCost the same in USD, four decimals
 * @param averageUsageDayTokens over the days with usage
 * @param busiestDay the first one with most tokens; null if there was no usage
 * @param highestCostDay the first dearest one; null if there was no usage
 */
@JsonNaming(SnakeCaseStrategy.class)
record MonthlySummary(
    long averageDailyTokens,
    BigDecimal averageDailyCost,
    long averageUsageDayTokens,
    @Nullable LocalDate busiestDay,
    @Nullable LocalDate highestCostDay,
    long totalUniqueUsers,
    List<TopModel> topModels) {}
