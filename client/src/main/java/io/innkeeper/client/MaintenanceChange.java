package io.innkeeper.client;

import org.jspecify.annotations.Nullable;

/**
 * Keeps people out, or lets them in again.
 *
 * @param words what they are told
 */
public record MaintenanceChange(@Nullable Boolean on, @Nullable String words) {}
