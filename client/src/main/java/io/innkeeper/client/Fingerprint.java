package io.innkeeper.client;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a certificate, by which people compare it: 32 bytes as upper-case pairs with
 * colons, as openssl writes them.
 */
public record Fingerprint(String text) {
  private static final Pattern HEX = Pattern.compile("[0-9A-F]{64}");
  private static final Pattern PREFIX = Pattern.compile("(?i)^SHA-?256(?: FINGERPRINT)?\\s*[:=]?");
  private static final HexFormat PAIRS = HexFormat.ofDelimiter(":").withUpperCase();

  /**
   * Reads 64 hexadecimal digits, with or without colons, spaces and a leading {@code SHA256:}.
   *
   * @throws IllegalArgumentException when it isn't one
   */
  public static Fingerprint parse(String typed) {
    String digits =
        PREFIX
            .matcher(typed.strip())
            .replaceFirst("")
            .replaceAll("[:\\s]", "")
            .toUpperCase(Locale.ROOT);
    if (!HEX.matcher(digits).matches()) {
      throw new IllegalArgumentException("A SHA-256 fingerprint has 64 hexadecimal digits.");
    }
    return new Fingerprint(PAIRS.formatHex(HexFormat.of().parseHex(digits)));
  }

  /** The fingerprint of a certificate. */
  public static Fingerprint of(X509Certificate certificate) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return new Fingerprint(PAIRS.formatHex(hash));
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
