package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A model and its prices.
 *
 * @param pricePerMillionInput USD; null where another model answers at a price of its own
 * @param contextLength 0 if the upstream does not tell
 */
@JsonNaming(SnakeCaseStrategy.class)
record PricedModel(
    String id,
    String name,
    String provider,
    @Nullable BigDecimal pricePerMillionInput,
    @Nullable BigDecimal pricePerMillionOutput,
    long contextLength,
    String category) {}
