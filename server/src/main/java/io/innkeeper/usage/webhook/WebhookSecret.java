package io.innkeeper.usage.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A secret that an organisation's reports are signed with.
 *
 * @param hint by what a person recognises it
 * @param endsAt when it stops to count; empty while it is the current one
 */
public record WebhookSecret(
    UUID id,
    UUID organisation,
    String hint,
    Instant madeAt,
    String madeBy,
    Optional<Instant> endsAt) {}
