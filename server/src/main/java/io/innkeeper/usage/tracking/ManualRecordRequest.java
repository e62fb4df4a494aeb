package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Usage to be written down by hand.
 *
 * @param tokens at least 1
 * @param cost USD at the upstream's prices; 0 for a free model
 * @param reason stays in the books; a plain one if missing
 */
@JsonNaming(SnakeCaseStrategy.class)
record ManualRecordRequest(
    @Nullable String model,
    @Nullable Long tokens,
    @Nullable BigDecimal cost,
    @Nullable String reason) {}
