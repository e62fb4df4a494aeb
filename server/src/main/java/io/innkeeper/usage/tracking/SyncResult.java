package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** What became of it for some organisations. */
@JsonNaming(SnakeCaseStrategy.class)
record SyncResult(String organization, String status, String reason) {}
