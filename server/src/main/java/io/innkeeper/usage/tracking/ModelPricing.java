package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;

/**
 * What models cost at the upstream; no markup is in it.
 *
 * @param lastUpdated when the prices were read from the upstream, not when they were asked for
 */
@JsonNaming(SnakeCaseStrategy.class)
record ModelPricing(
    boolean success, List<PricedModel> models, Instant lastUpdated, String source) {}
