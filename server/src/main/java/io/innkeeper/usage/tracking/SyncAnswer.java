package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** What became of it. */
@JsonNaming(SnakeCaseStrategy.class)
record SyncAnswer(String status, List<SyncResult> results, long totalOrganizations) {}
