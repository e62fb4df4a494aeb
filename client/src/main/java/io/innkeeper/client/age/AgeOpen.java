package io.innkeeper.client.age;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;

/** A sealed file's content; each part is proven before it is given, and so is the end. */
public final class AgeOpen extends InputStream {
  private static final int SEALED_CHUNK = AgeSeal.CHUNK + 16;
  private static final int LONGEST_LINE = 4096;
  private static final int DEAREST = 20;

  private final PushbackInputStream in;
  private final byte[] key;
  private byte[] part = new byte[0];
  private int at;
  private long number;
  private boolean ended;

  private interface Way {
    Optional<byte[]> fileKey(Stanza stanza) throws AgeException;
  }

  private AgeOpen(InputStream source, Way way) throws IOException {
    in = new PushbackInputStream(source, 1);
    StringBuilder head = new StringBuilder();
    if (!(line(head) + "\n").equals(AgeSeal.FIRST))
      throw new AgeException("This is no file sealed as age.");
    List<Stanza> stanzas = new ArrayList<>();
    String line = line(head);
    while (line.startsWith("-> ")) {
      stanzas.add(stanza(line, head));
      line = line(head);
    }
    byte[] fileKey = fileKey(stanzas, way);
    demandWhole(head, line, fileKey);
    this.key = Ciphers.derived(fileKey, in.readNBytes(AgeSeal.FILE_KEY), "payload");
  }

  /** Opens what was sealed for this key. */
  public static AgeOpen with(InputStream source, AgeKey key) throws IOException {
    return new AgeOpen(source, stanza -> opened(stanza, key));
  }

  /** Opens what was sealed with this passphrase. */
  public static AgeOpen withPassphrase(InputStream source, String passphrase) throws IOException {
    return new AgeOpen(source, stanza -> opened(stanza, passphrase, DEAREST));
  }

  /** The same, of what takes no more memory than what is sealed here does: for servers. */
  public static AgeOpen sparing(InputStream source, String passphrase) throws IOException {
    return new AgeOpen(source, stanza -> opened(stanza, passphrase, AgeSeal.COST));
  }

  private static byte[] fileKey(List<Stanza> stanzas, Way way) throws AgeException {
    // A passphrase stands alone, so that a file can't ask for its price again and again.
    if (stanzas.size() > 1 && stanzas.stream().anyMatch(one -> one.kind().equals(AgeSeal.PHRASE)))
      throw new AgeException("The file's head is damaged.");
    for (Stanza stanza : stanzas) {
      Optional<byte[]> found = way.fileKey(stanza);
      if (found.isPresent()) return found.get();
    }
    throw new AgeException("It was sealed for another key or with another passphrase.");
  }

  private static Optional<byte[]> opened(Stanza stanza, AgeKey key) throws AgeException {
    if (!stanza.kind().equals("X25519") || stanza.words().size() != 1) return Optional.empty();
    byte[] share = Stanza.bytes(stanza.words().getFirst());
    byte[] salt = AgeSeal.joined(share, Ciphers.openHalf(key.secret()));
    byte[] wrap = Ciphers.derived(Ciphers.agreed(key.secret(), share), salt, AgeSeal.X25519);
    return unwrapped(wrap, stanza);
  }

  private static Optional<byte[]> opened(Stanza stanza, String passphrase, int dearest)
      throws AgeException {
    if (!stanza.kind().equals(AgeSeal.PHRASE) || stanza.words().size() != 2)
      return Optional.empty();
    if (!stanza.words().get(1).matches("[1-9][0-9]?"))
      throw new AgeException("The file's head is damaged.");
    int cost = Integer.parseInt(stanza.words().get(1));
    if (cost > DEAREST)
      throw new AgeException("It wants more memory for its passphrase than is right.");
    if (cost > dearest)
      throw new AgeException(
          "Its passphrase takes more memory than a server has for it; open it with the command"
              + " line.");
    byte[] salt =
        AgeSeal.joined(AgeSeal.SCRYPT.getBytes(US_ASCII), Stanza.bytes(stanza.words().getFirst()));
    return unwrapped(Ciphers.stretched(passphrase, salt, cost), stanza);
  }

  private static Optional<byte[]> unwrapped(byte[] wrap, Stanza stanza) {
    try {
      byte[] key = Ciphers.opened(wrap, new byte[12], stanza.body(), stanza.body().length);
      return key.length == AgeSeal.FILE_KEY ? Optional.of(key) : Optional.empty();
    } catch (AEADBadTagException e) {
      return Optional.empty();
    }
  }

  private static void demandWhole(StringBuilder head, String last, byte[] fileKey)
      throws AgeException {
    if (!last.startsWith("--- ")) throw new AgeException("The file's head is damaged.");
    String proven = head.substring(0, head.length() - last.length() - 1) + "---";
    byte[] macKey = Ciphers.derived(fileKey, new byte[0], "header");
    byte[] mac = Ciphers.mac(macKey, proven.getBytes(US_ASCII));
    if (!MessageDigest.isEqual(mac, Stanza.bytes(last.substring(4))))
      throw new AgeException("The file's head was changed.");
  }

  private Stanza stanza(String line, StringBuilder head) throws IOException {
    List<String> words = List.of(line.substring(3).split(" "));
    StringBuilder body = new StringBuilder();
    String more;
    do {
      more = line(head);
      body.append(more);
    } while (more.length() == 64);
    return new Stanza(
        words.getFirst(), words.subList(1, words.size()), Stanza.bytes(body.toString()));
  }

  private String line(StringBuilder head) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int sign = in.read(); sign != '\n'; sign = in.read()) {
      if (sign < 0 || line.length() > LONGEST_LINE)
        throw new AgeException("This is no file sealed as age, or its beginning is damaged.");
      line.append((char) sign);
    }
    head.append(line).append('\n');
    return line.toString();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (length == 0) return 0;
    while (at == part.length && !ended) next();
    if (at == part.length) return -1;
    int some = Math.min(length, part.length - at);
    System.arraycopy(part, at, bytes, from, some);
    at += some;
    return some;
  }

  private void next() throws IOException {
    byte[] sealed = in.readNBytes(SEALED_CHUNK);
    int after = sealed.length < SEALED_CHUNK ? -1 : in.read();
    if (after >= 0) in.unread(after);
    ended = after < 0;
    try {
      part = Ciphers.opened(key, AgeSeal.nonce(number, ended), sealed, sealed.length);
    } catch (AEADBadTagException e) {
      throw new AgeException("The file is cut or was changed.");
    }
    if (ended && part.length == 0 && number > 0)
      throw new AgeException("The file is cut or was changed.");
    number++;
    at = 0;
  }

  @Override
  public void close() throws IOException {
    Arrays.fill(part, (byte) 0);
    in.close();
  }
}
