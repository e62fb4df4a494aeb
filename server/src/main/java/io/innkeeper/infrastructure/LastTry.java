package io.innkeeper.infrastructure;

import java.time.Instant;
import java.util.UUID;

/**
 * The last time that somebody tried to sign in with an account's password.
 *
 * @param value which of its passwords that was
 */
public record LastTry(Instant at, String by, LoginOutcome outcome, UUID value) {}
