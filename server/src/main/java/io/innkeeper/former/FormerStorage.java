package io.innkeeper.former;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** What it takes up, as it was measured last. */
@JsonNaming(SnakeCaseStrategy.class)
record FormerStorage(
    String databaseSize,
    String databasePath,
    String logsSize,
    int logsCount,
    long diskTotal,
    String diskTotalHuman,
    String diskFree,
    String diskUsed) {}
