package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a job.
 *
 * @param state {@code waiting}, {@code running}, {@code done}, {@code failed}, {@code undone} or
 *     {@code skipped}
 * @param now its latest words while it runs, or why it failed; may be empty
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepView(
    int position,
    String name,
    String state,
    String now,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {}
