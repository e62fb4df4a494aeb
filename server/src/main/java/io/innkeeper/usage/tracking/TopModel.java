package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** A model and its tokens. */
@JsonNaming(SnakeCaseStrategy.class)
record TopModel(String modelName, long totalTokens) {}
