package io.innkeeper.client;

import java.time.Instant;
import java.util.UUID;

/**
 * A sign-in that still lasts.
 *
 * @param kind {@code browser} or {@code cli}
 * @param address from where it was started
 * @param agent the program that started it, as it called itself
 * @param endsAt when it ends if nobody uses it
 * @param current whether this very call came by it
 */
public record SessionView(
    UUID id,
    String operator,
    String kind,
    String address,
    String agent,
    Instant createdAt,
    Instant lastSeen,
    Instant endsAt,
    boolean current) {}
