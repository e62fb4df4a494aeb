package io.innkeeper.former;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.UUID;

/** A source that is read by itself. */
@JsonNaming(SnakeCaseStrategy.class)
record FormerDue(
    String id,
    String name,
    String environmentName,
    UUID environmentId,
    String syncType,
    int intervalMinutes,
    Instant nextRunTime,
    String nextRunTimeLocal,
    String timeUntilNextRun,
    long timeUntilSeconds,
    String trigger) {}
