package io.innkeeper.openrouter;

import io.innkeeper.secret.Secret;

/** A key just made; its value is never told again. */
public record CreatedKey(UpstreamKey key, Secret value) {}
