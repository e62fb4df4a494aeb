package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run of a task that runs by itself.
 *
 * @param endedAt absent while it runs, or when it was cut off
 * @param state running, done, failed or cut-off
 * @param startedBy who wanted it then; absent if it was due by itself
 * @param result what it did, or why not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskRunView(
    String task,
    Instant begunAt,
    @Nullable Instant endedAt,
    String state,
    @Nullable String startedBy,
    @Nullable String result) {}
