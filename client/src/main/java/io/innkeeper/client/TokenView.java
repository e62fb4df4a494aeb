package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key for a program.
 *
 * @param hint its first characters, to recognise it by
 * @param organisation the only one it sees, for the role {@code client}
 * @param operator whose it is
 * @param lastUsed to the minute; absent when it never was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenView(
    UUID id,
    String name,
    String hint,
    String role,
    @Nullable UUID organisation,
    String operator,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsed) {}
