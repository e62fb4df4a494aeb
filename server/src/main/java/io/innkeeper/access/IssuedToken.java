package io.innkeeper.access;

import io.innkeeper.secret.Secret;

/** A token just made and its text, which is not stored and can't be shown again. */
public record IssuedToken(ApiToken token, Secret text) {}
