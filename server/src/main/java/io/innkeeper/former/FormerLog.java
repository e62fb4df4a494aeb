package io.innkeeper.former;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;

/** One of them. */
@JsonNaming(SnakeCaseStrategy.class)
record FormerLog(
    String name, long size, String sizeHuman, Instant modified, String modifiedHuman) {}
