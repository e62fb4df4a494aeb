package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a password was tried, or wanted to be; no password itself.
 *
 * @param number which of the account's passwords
 * @param way {@code ssh}, {@code vcenter}, {@code nsx} or {@code sddc}
 * @param outcome {@code signs-in}, {@code refused}, {@code not-reachable}, {@code
 *     host-key-changed}, {@code unknown} (it was sent and no answer is known) or {@code not-tried}
 * @param said one sentence more, or empty
 * @param endedAt absent while it goes on, and for ever if the server ended meanwhile
 * @param hostKey the key that the host showed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LoginTryView(
    UUID id,
    UUID credential,
    @Nullable Long number,
    @Nullable String way,
    String host,
    Instant at,
    String by,
    String reason,
    String outcome,
    String said,
    @Nullable Instant endedAt,
    @Nullable String hostKey) {}
