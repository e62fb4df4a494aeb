package io.innkeeper.client;

import java.util.UUID;

/**
 * A password, read once and audited.
 *
 * @param number which of its account's passwords it is
 * @param yaml host, user and password as people paste them
 */
public record RevealedCredential(
    UUID credential, String host, String username, long number, String password, String yaml) {
  /** Never in a log. */
  @Override
  public String toString() {
    return "RevealedCredential[" + credential + ", [redacted]]";
  }
}
