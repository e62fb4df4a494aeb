package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last comparison of our copy with what an environment's sources say.
 *
 * @param different whose source says another password
 * @param missingThere that we have and their source tells no more
 * @param missingHere that a source tells and we don't know yet
 * @param unreadable that a source tells without a password
 * @param problem why not everything could be compared
 * @param failedAt when a later one told nothing at all; these counts are of the one before
 * @param failure why it did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DriftView(
    Instant comparedAt,
    String job,
    String comparedBy,
    long same,
    long different,
    long missingThere,
    long missingHere,
    long unreadable,
    @Nullable SyncProblemView problem,
    @Nullable Instant failedAt,
    @Nullable SyncProblemView failure) {}
