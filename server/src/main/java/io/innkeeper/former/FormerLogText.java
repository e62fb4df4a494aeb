package io.innkeeper.former;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** The end of one of them. */
@JsonNaming(SnakeCaseStrategy.class)
record FormerLogText(String filename, String content, long totalLines, long showingLines) {}
