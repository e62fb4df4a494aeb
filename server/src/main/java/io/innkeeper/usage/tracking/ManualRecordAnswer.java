package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** What was written down. */
@JsonNaming(SnakeCaseStrategy.class)
record ManualRecordAnswer(String status, String message) {}
