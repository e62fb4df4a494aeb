package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** An organisation's month by model, dearest first. */
@JsonNaming(SnakeCaseStrategy.class)
record UsageByModel(boolean success, List<TrackedModel> modelUsage) {}
