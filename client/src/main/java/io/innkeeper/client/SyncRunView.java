package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reading of one source.
 *
 * @param cause {@code schedule}, {@code person} or {@code import}
 * @param state {@code running}, {@code success}, {@code partial}, {@code asks} or {@code failed}
 * @param missing told no more; when the run asks, how many would be
 * @param unreadable told without a password; the known one stays
 * @param skipped that could not be told from others
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SyncRunView(
    UUID id,
    String source,
    String job,
    String cause,
    String startedBy,
    Instant begunAt,
    @Nullable Instant endedAt,
    String state,
    long seen,
    long added,
    long changed,
    long renamed,
    long returned,
    long missing,
    long unreadable,
    long skipped,
    @Nullable SyncProblemView problem) {}
