package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** An organisation's month by person, dearest first, then those known who used nothing. */
@JsonNaming(SnakeCaseStrategy.class)
record UsageByUser(
    boolean success,
    List<TrackedUser> userUsage,
    String organizationName,
    int totalUsers,
    UserMapping userMappingInfo) {}
