package io.innkeeper.infrastructure;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A password that was seen, without itself.
 *
 * @param number 1 for the first that was seen of its credential
 * @param changedAt when it became so, if the source said that credibly; else it was between the
 *     last time the one before was seen and the first time this one was
 * @param origin by what it came: a sync, a file, a rotation, a person
 * @param from who or what wanted that
 * @param run the sync's run
 */
public record CredentialValue(
    UUID id,
    UUID credential,
    long number,
    Optional<Instant> changedAt,
    Instant firstSeen,
    Instant lastSeen,
    Origin origin,
    String from,
    Optional<UUID> run) {

  /** By what a password came to be known. */
  public enum Origin {
    SYNC,
    IMPORT,
    ROTATION,
    PERSON;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** For which row it is sealed: it opens nowhere else. */
  public static String place(UUID environment, UUID credential, UUID value) {
    return "environment/" + environment + "/credential/" + credential + "/value/" + value;
  }
}
