package io.innkeeper.client;

import org.jspecify.annotations.Nullable;

/**
 * How a webhook secret is rotated.
 *
 * @param overlapMinutes how long the one before counts yet; not at all if missing
 */
public record WebhookRotation(@Nullable Long overlapMinutes) {}
