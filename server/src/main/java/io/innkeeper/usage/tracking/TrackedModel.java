package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One model's month.
 *
 * @param modelName as it was asked for
 * @param provider what stands before the slash of its name; empty if nothing does
 */
@JsonNaming(SnakeCaseStrategy.class)
record TrackedModel(
    String modelName,
    String provider,
    long totalTokens,
    long totalRequests,
    BigDecimal markupCost,
    @Nullable BigDecimal costPln,
    long daysUsed) {}
