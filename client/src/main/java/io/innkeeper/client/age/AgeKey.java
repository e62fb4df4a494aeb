package io.innkeeper.client.age;

import java.util.Locale;

/**
 * A key of which one half seals and the other opens. {@code toString} shows neither.
 *
 * @param secret the half that opens
 */
public record AgeKey(byte[] secret) {
  static final String OPEN = "age";
  static final String SECRET = "age-secret-key-";

  /** A new one. */
  public static AgeKey make() {
    return new AgeKey(Ciphers.random(Ciphers.KEY));
  }

  /**
   * Reads the half that opens, {@code AGE-SECRET-KEY-1…}, alone or as {@code age-keygen} writes it
   * into a file.
   */
  public static AgeKey parse(String text) throws AgeException {
    String key =
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .findFirst()
            .orElseThrow(() -> new AgeException("There is no key in it."));
    byte[] secret = Bech32.read(SECRET, key);
    if (secret.length != Ciphers.KEY) throw new AgeException("The key is of a wrong length.");
    return new AgeKey(secret);
  }

  /** The half that opens, to be kept by a person. */
  public String written() {
    return Bech32.written(SECRET, secret).toUpperCase(Locale.ROOT);
  }

  /** The half that seals, for everybody: {@code age1…}. */
  public String recipient() {
    return Bech32.written(OPEN, Ciphers.openHalf(secret));
  }

  /** Whether this is a key's half that seals. */
  public static void demandRecipient(String text) throws AgeException {
    recipient(text);
  }

  static byte[] recipient(String text) throws AgeException {
    byte[] open = Bech32.read(OPEN, text);
    if (open.length != Ciphers.KEY) throw new AgeException("The key is of a wrong length.");
    return open;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AgeKey(byte[] that)
        && java.security.MessageDigest.isEqual(secret, that);
  }

  @Override
  public int hashCode() {
    return AgeKey.class.hashCode();
  }

  @Override
  public String toString() {
    return "AgeKey[[redacted]]";
  }
}
