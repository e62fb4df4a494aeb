package io.innkeeper.access;

import io.innkeeper.secret.Secret;

/** An operator and the password made for them: shown once, changed at the next sign-in. */
public record IssuedPassword(Operator operator, Secret password) {}
