package io.innkeeper.client;

import org.jspecify.annotations.Nullable;

/** Another name for a tenant. */
public record NewHostname(@Nullable String name) {}
