package io.innkeeper.infrastructure.login;

import io.innkeeper.infrastructure.LoginOutcome;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That somebody wanted to try a password, and what came of it. No password is in here.
 *
 * @param number which of the account's passwords; empty where it had none
 * @param way empty where there is none
 * @param host where it was sent, or would have been
 * @param said one sentence more, or empty
 * @param ended empty while it goes on, and for ever if the process ended meanwhile
 * @param shown the key that the host showed
 */
public record LoginTry(
    UUID id,
    UUID credential,
    Optional<Long> number,
    Optional<Way> way,
    String host,
    Instant at,
    String by,
    String reason,
    LoginOutcome outcome,
    String said,
    Optional<Instant> ended,
    Optional<String> shown) {}
