package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A new key at OpenRouter.
 *
 * @param overlapSeconds how long the key before still works, 0 to 600; 60 when absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UpstreamKeyRotation(@Nullable Integer overlapSeconds) {}
