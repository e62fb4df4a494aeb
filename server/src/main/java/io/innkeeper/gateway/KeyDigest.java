package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a virtual key: what the gateway knows a key by. */
public record KeyDigest(long a, long b, long c, long d) {
  // Copied for each call: looking for the algorithm takes longer than using it.
  private static final MessageDigest SHA_256 = sha256();

  /** The digest of a key as it was shown. */
  public static KeyDigest ofKey(String key) {
    try {
      return of(((MessageDigest) SHA_256.clone()).digest(key.getBytes(UTF_8)));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("this Java can't copy a SHA-256", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  /** The digest that stands in the store, 64 hexadecimal digits. */
  public static KeyDigest ofHex(String hex) {
    return of(HexFormat.of().parseHex(hex));
  }

  private static KeyDigest of(byte[] digest) {
    ByteBuffer bytes = ByteBuffer.wrap(digest);
    return new KeyDigest(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
  }
}
