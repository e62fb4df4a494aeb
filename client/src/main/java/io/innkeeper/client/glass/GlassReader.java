package io.innkeeper.client.glass;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.innkeeper.client.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Consumer;

/** Reads an opened copy line by line and proves that it is whole. */
public final class GlassReader {
  private final MessageDigest digest;
  private final Set<String> environments = new HashSet<>();
  private long credentials;
  private long passwords;

  private GlassReader() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** A copy that was found whole. */
  public record Whole(GlassHead head, GlassEnd end) {}

  /**
   * Reads to the end.
   *
   * @throws IOException when it can't be read, or is not whole
   */
  public static Whole read(InputStream plain, Consumer<GlassAccount> each) throws IOException {
    return new GlassReader().all(new BufferedReader(new InputStreamReader(plain, UTF_8)), each);
  }

  private Whole all(BufferedReader in, Consumer<GlassAccount> each) throws IOException {
    GlassHead head = parsed(demanded(in), GlassHead.class);
    if (!head.format().equals(GlassHead.FORMAT))
      throw new IOException("It is no break-glass copy that this program knows.");
    String line = demandedNext(in);
    while (!line.startsWith("{\"end\":true")) {
      GlassAccount account = parsed(line, GlassAccount.class);
      environments.add(account.environmentKey());
      credentials++;
      passwords += account.passwords().size();
      each.accept(account);
      hash(line);
      line = demandedNext(in);
    }
    GlassEnd end = parsed(line, GlassEnd.class);
    GlassEnd found =
        new GlassEnd(
            true,
            environments.size(),
            credentials,
            passwords,
            HexFormat.of().formatHex(digest.digest()));
    if (!found.equals(end))
      throw new IOException("The copy is not whole: its last line says " + end + ".");
    return new Whole(head, end);
  }

  private String demanded(BufferedReader in) throws IOException {
    String line = demandedNext(in);
    hash(line);
    return line;
  }

  private static String demandedNext(BufferedReader in) throws IOException {
    String line = in.readLine();
    if (line == null) throw new IOException("The copy is not whole: its last line is missing.");
    return line;
  }

  private void hash(String line) {
    digest.update(line.getBytes(UTF_8));
    digest.update((byte) '\n');
  }

  private static <T> T parsed(String line, Class<T> type) throws IOException {
    try {
      return Json.LENIENT.readValue(line, type);
    } catch (JsonProcessingException e) {
      // Its message would quote what it read.
      throw new IOException("A line of the copy can't be read.");
    }
  }
}
