package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the checks of a past day.
 *
 * @param processingDate ISO 8601
 * @param forceReprocess whether the upstream is asked again about a day that was compared already
 */
@JsonNaming(SnakeCaseStrategy.class)
record TriggerBatchRequest(@Nullable String processingDate, @Nullable Boolean forceReprocess) {}
