package io.innkeeper.infrastructure;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An account whose password is kept. The password itself is not in here: it is sealed in {@link
 * CredentialValue}.
 *
 * @param source who told it; what the installer told was true when the environment was made
 * @param former its name before the last renaming
 * @param seen first and last time a source told it
 * @param missingSince since when its source tells it no more
 * @param unreadableSince since when its source tells it without a password
 * @param value the latest password's row; empty if none was ever told
 * @param values how many passwords of it are known
 * @param verifiedAt when its source last told the latest password, or it was proven otherwise
 * @param tried the last time that somebody tried to sign in with it
 */
public record Credential(
    UUID id,
    UUID environment,
    SourceKind source,
    Account account,
    Lifetime lifetime,
    Optional<Former> former,
    Seen seen,
    Optional<Instant> missingSince,
    Optional<Instant> unreadableSince,
    Optional<UUID> value,
    long values,
    Optional<Instant> verifiedAt,
    Optional<LastTry> tried) {

  /** One that nobody has tried to sign in with, or where that says nothing. */
  public Credential(
      UUID id,
      UUID environment,
      SourceKind source,
      Account account,
      Lifetime lifetime,
      Optional<Former> former,
      Seen seen,
      Optional<Instant> missingSince,
      Optional<Instant> unreadableSince,
      Optional<UUID> value,
      long values,
      Optional<Instant> verifiedAt) {
    this(
        id,
        environment,
        source,
        account,
        lifetime,
        former,
        seen,
        missingSince,
        unreadableSince,
        value,
        values,
        verifiedAt,
        Optional.empty());
  }

  /** First and last time. */
  public record Seen(Instant first, Instant last) {}

  /** A name that it had, until then. */
  public record Former(String name, Instant until) {}

  /** Whether it says what a password was in the beginning, which may be long ago. */
  public boolean initial() {
    return source == SourceKind.INSTALLER;
  }
}
