package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who signs in.
 *
 * @param role {@code admin}, {@code operator}, {@code viewer} or {@code client}
 * @param organisation the only one a client sees
 * @param lastSeen to the minute; absent before the first sign-in
 * @param version for {@code If-Match}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OperatorView(
    UUID id,
    String name,
    String displayName,
    String role,
    @Nullable UUID organisation,
    boolean active,
    boolean mustChangePassword,
    Instant createdAt,
    @Nullable Instant lastSeen,
    long version) {}
