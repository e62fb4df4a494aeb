package io.innkeeper.infrastructure.reading;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody for whom the break-glass copy is sealed.
 *
 * @param name whose key it is, for people
 * @param recipient the half of their key that seals, {@code age1…}
 */
public record Recipient(UUID id, String name, String recipient, Instant addedAt, String addedBy) {}
