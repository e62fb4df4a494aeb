package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a synchronisation that no longer exists.
 *
 * @param daysBack 1 to 30; 1 if missing
 */
@JsonNaming(SnakeCaseStrategy.class)
record SyncRequest(@Nullable Integer daysBack) {}
