package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task that runs by itself.
 *
 * @param interval when it is due, for example {@code every 6 hours}
 * @param lastBegunAt absent when it never ran
 * @param lastEndedAt absent while it runs
 * @param lastFailure why the last run that ended did not succeed
 * @param dueAt when it runs next
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScheduledTaskView(
    String name,
    String interval,
    @Nullable Instant lastBegunAt,
    @Nullable Instant lastEndedAt,
    @Nullable String lastFailure,
    Instant dueAt) {}
