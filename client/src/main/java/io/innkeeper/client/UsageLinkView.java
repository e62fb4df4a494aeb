package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link by which people look at an organisation's usage without an account. Its token is never in
 * here.
 *
 * @param name for whom it is
 * @param hint by what a person recognises its token
 * @param state {@code active}, {@code expired} or {@code revoked}
 * @param lastUsedAt when it last opened the pages, to the minute
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UsageLinkView(
    UUID id,
    UUID organisation,
    String name,
    String hint,
    String state,
    Instant createdAt,
    String createdBy,
    Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable Instant lastUsedAt) {}
