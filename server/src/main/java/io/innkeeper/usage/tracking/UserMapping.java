package io.innkeeper.usage.tracking;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * How external ids of people are made.
 *
 * @param exampleId made of an id that nobody has
 */
@JsonNaming(SnakeCaseStrategy.class)
record UserMapping(
    String clientPrefix, String organizationName, String formatPattern, String exampleId) {}
