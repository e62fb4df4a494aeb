package io.innkeeper.client.age;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is written into it is sealed; closing it ends the file, so that a cut one is known. Whoever
 * fails half way gives it up instead: what was written then opens for nobody as a whole file.
 */
public final class AgeSeal extends OutputStream {
  static final String FIRST = "age-encryption.org/v1\n";
  static final int CHUNK = 64 * 1024;
  static final int FILE_KEY = 16;
  static final String X25519 = "age-encryption.org/v1/X25519";
  static final String SCRYPT = "age-encryption.org/v1/scrypt";

  /**
   * 64 MB and a fifth of a second for every guess. The tool's own default of 18 wants 256 MB, which
   * is all that the server has.
   */
  static final int COST = 16;

  static final String PHRASE = "scrypt";

  private final OutputStream out;
  private final byte[] key;
  private final byte[] chunk = new byte[CHUNK];
  private int filled;
  private long number;
  private boolean closed;

  private AgeSeal(OutputStream out, byte[] fileKey, List<Stanza> stanzas) throws IOException {
    this.out = out;
    StringBuilder head = new StringBuilder(FIRST);
    stanzas.forEach(stanza -> head.append(stanza.written()));
    head.append("---");
    byte[] macKey = Ciphers.derived(fileKey, new byte[0], "header");
    byte[] mac = Ciphers.mac(macKey, head.toString().getBytes(US_ASCII));
    head.append(' ').append(Stanza.base64(mac)).append('\n');
    out.write(head.toString().getBytes(US_ASCII));
    byte[] nonce = Ciphers.random(FILE_KEY);
    out.write(nonce);
    this.key = Ciphers.derived(fileKey, nonce, "payload");
  }

  /** Sealed for each of these, {@code age1…}: any one of them opens it. */
  public static AgeSeal forRecipients(OutputStream out, List<String> recipients)
      throws IOException {
    byte[] fileKey = Ciphers.random(FILE_KEY);
    List<Stanza> stanzas = new ArrayList<>();
    for (String recipient : recipients) stanzas.add(stanza(fileKey, AgeKey.recipient(recipient)));
    return new AgeSeal(out, fileKey, stanzas);
  }

  /** Sealed with a passphrase. */
  public static AgeSeal withPassphrase(OutputStream out, String passphrase) throws IOException {
    byte[] fileKey = Ciphers.random(FILE_KEY);
    byte[] salt = Ciphers.random(FILE_KEY);
    byte[] wrap = Ciphers.stretched(passphrase, joined(SCRYPT.getBytes(US_ASCII), salt), COST);
    byte[] body = Ciphers.sealed(wrap, new byte[12], fileKey, FILE_KEY);
    List<String> words = List.of(Stanza.base64(salt), Integer.toString(COST));
    return new AgeSeal(out, fileKey, List.of(new Stanza(PHRASE, words, body)));
  }

  private static Stanza stanza(byte[] fileKey, byte[] recipient) throws AgeException {
    byte[] secret = Ciphers.random(Ciphers.KEY);
    byte[] share = Ciphers.openHalf(secret);
    byte[] wrap =
        Ciphers.derived(Ciphers.agreed(secret, recipient), joined(share, recipient), X25519);
    byte[] body = Ciphers.sealed(wrap, new byte[12], fileKey, FILE_KEY);
    return new Stanza("X25519", List.of(Stanza.base64(share)), body);
  }

  static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  /** The nonce of a part: its number, and whether it is the last. */
  static byte[] nonce(long number, boolean last) {
    byte[] nonce = new byte[12];
    for (int i = 0; i < 8; i++) nonce[10 - i] = (byte) (number >>> 8 * i);
    nonce[11] = (byte) (last ? 1 : 0);
    return nonce;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    int at = from;
    while (at < from + length) {
      if (filled == CHUNK) part(false);
      int some = Math.min(CHUNK - filled, from + length - at);
      System.arraycopy(bytes, at, chunk, filled, some);
      filled += some;
      at += some;
    }
  }

  private void part(boolean last) throws IOException {
    out.write(Ciphers.sealed(key, nonce(number, last), chunk, filled));
    number++;
    filled = 0;
  }

  /** Parts go out when they are full. */
  @Override
  public void flush() throws IOException {
    out.flush();
  }

  /** Leaves the file without its end. Does nothing after {@link #close}. */
  public void giveUp() {
    closed = true;
    Arrays.fill(chunk, (byte) 0);
  }

  @Override
  public void close() throws IOException {
    if (closed) return;
    closed = true;
    part(true);
    Arrays.fill(chunk, (byte) 0);
    out.close();
  }
}
