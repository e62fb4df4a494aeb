package io.innkeeper.key;

import io.innkeeper.secret.Secret;

/** A key with its value, which is shown this once. */
public record IssuedKey(VirtualKey key, Secret value) {}
