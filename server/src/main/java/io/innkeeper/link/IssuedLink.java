package io.innkeeper.link;

import io.innkeeper.secret.Secret;

/** A link with its token, which is shown this once. */
public record IssuedLink(UsageLink link, Secret token) {}
