package io.innkeeper.client;

import org.jspecify.annotations.Nullable;

/**
 * Where an alias leads from now on.
 *
 * @param tenant by slug or id
 */
public record HostnameMove(@Nullable String tenant) {}
