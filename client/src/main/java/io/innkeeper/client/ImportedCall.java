package io.innkeeper.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call that was made before or beside Innkeeper.
 *
 * @param generation the upstream's id of it: it enters the books once
 * @param at when it was made; counts on that day of the organisation
 * @param tenant the workspace's slug, if it is one of the organisation's
 * @param user the workspace's id of the person
 * @param kind chat if not given
 * @param cost what the upstream charged, in USD, at most 12 decimals
 * @param markup the factor that applied then; the organisation's of today if not given
 */
public record ImportedCall(
    @Nullable String generation,
    @Nullable Instant at,
    @Nullable String tenant,
    @Nullable String user,
    @Nullable String userName,
    @Nullable String userEmail,
    @Nullable String model,
    @Nullable String provider,
    @Nullable String kind,
    @Nullable Long prompt,
    @Nullable Long completion,
    @Nullable Long cached,
    @Nullable Long reasoning,
    @Nullable String cost,
    @Nullable String markup) {}
