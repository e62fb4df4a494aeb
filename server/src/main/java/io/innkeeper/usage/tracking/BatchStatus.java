package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the nightly checks stand.
 *
 * @param lastBatchRun when they last ended; null before the first time
 */
@JsonNaming(SnakeCaseStrategy.class)
record BatchStatus(
    boolean batchProcessorAvailable,
    boolean influxdbEnabled,
    boolean dualWriteMode,
    @Nullable Instant lastBatchRun,
    String environment) {}
