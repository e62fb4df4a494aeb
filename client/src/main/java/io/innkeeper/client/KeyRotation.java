package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A new value for a key.
 *
 * @param overlapMinutes how long the value before still counts, 0 to 43,200; 60 when absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeyRotation(@Nullable Integer overlapMinutes) {}
