package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The person as the upstream knows them: stable, and telling nothing. */
final class Pseudonym {
  private Pseudonym() {}

  /**
   * The organisation's external id, {@code _user_}, and 8 hex digits of SHA-256 of the user's id.
   */
  static String of(String externalId, String user) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(user.getBytes(UTF_8));
      return externalId + "_user_" + HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
