package io.innkeeper.infrastructure.reading;

import io.innkeeper.infrastructure.CredentialValue.Origin;
import io.innkeeper.infrastructure.SourceKind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A password that came to be known, without itself.
 *
 * @param credential whose
 * @param latest whether it holds now
 */
public record PastChange(
    UUID id,
    Whose credential,
    long number,
    boolean latest,
    Times times,
    Origin origin,
    String from) {

  /** The account that it is of. */
  public record Whose(
      UUID id,
      String host,
      String username,
      String credentialType,
      String resourceType,
      SourceKind source) {}

  /**
   * When it held.
   *
   * @param changed when it became so, where its source says that credibly
   */
  public record Times(Optional<Instant> changed, Instant first, Instant last) {}
}
