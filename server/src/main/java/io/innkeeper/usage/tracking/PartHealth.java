package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** One part's health. */
@JsonNaming(SnakeCaseStrategy.class)
record PartHealth(String status) {}
