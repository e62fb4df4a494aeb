package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the last look at all keys of the account found.
 *
 * @param checkedAt absent before the first look
 * @param known how many are ours
 * @param orphans how many are named like ours, but nobody here knows them
 * @param foreign how many are somebody else's
 * @param problem why the last look failed, if it did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UpstreamKeysView(
    @Nullable Instant checkedAt,
    long known,
    long orphans,
    long foreign,
    @Nullable String problem) {}
