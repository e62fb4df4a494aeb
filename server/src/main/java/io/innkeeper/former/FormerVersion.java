package io.innkeeper.former;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;

/**
 * Which program this is.
 *
 * @param commit unknown, as the branch: a release has no part in them
 */
@JsonNaming(SnakeCaseStrategy.class)
record FormerVersion(
    String version,
    String buildType,
    String branch,
    String commit,
    String commitShort,
    String buildDate,
    Instant buildTimestamp) {}
