package io.innkeeper.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The console's stylesheet, scripts, sprite and fonts: read once, joined, compressed, and served
 * below an address that names their content, so that browsers may keep them for good.
 */
public final class Assets {
  private static final List<String> STYLES =
      List.of(
          "1-tokens",
          "2-base",
          "3-shell",
          "4-controls",
          "5-tables",
          "6-work",
          "7-overlays",
          "8-narrow",
          "9-money",
          "9-paper",
          "10-usage",
          "11-brand",
          "11-credentials");
  private static final List<String> SCRIPTS =
      List.of("live", "forms", "drafts", "overlays", "passwords", "keys");
  private static final List<String> FONTS =
      List.of(
          "figtree-latin", "figtree-latin-ext", "atkinson-mono-latin", "atkinson-mono-latin-ext");
  private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

  /**
   * One file.
   *
   * @param gzip the same compressed, or {@code plain} where compressing gains nothing
   */
  public record Asset(String type, byte[] plain, byte[] gzip) {
    /** Whether {@link #gzip} really is compressed. */
    public boolean compressed() {
      return plain != gzip;
    }
  }

  private final Map<String, Asset> files = new TreeMap<>();
  private final String base;

  /** Reads everything from the class path. */
  public Assets() {
    text("console.css", "text/css; charset=utf-8", joined("css/", STYLES, ".css"));
    text("console.js", "text/javascript; charset=utf-8", joined("js/", SCRIPTS, ".js"));
    text("htmx.js", "text/javascript; charset=utf-8", read(HTMX));
    text("sprite.svg", "image/svg+xml", read("/static/sprite.svg"));
    text("icon.svg", "image/svg+xml", read("/static/icon.svg"));
    for (String font : FONTS) {
      byte[] bytes = read("/static/fonts/" + font + ".woff2");
      files.put("fonts/" + font + ".woff2", new Asset("font/woff2", bytes, bytes));
    }
    base = "/static/" + fingerprint();
  }

  /** Where the files are: {@code /static/} and what names their content. */
  public String base() {
    return base;
  }

  /** The file at a path below the base, such as {@code console.css}. */
  public Optional<Asset> find(String path) {
    return Optional.ofNullable(files.get(path));
  }

  private void text(String name, String type, byte[] bytes) {
    files.put(name, new Asset(type, bytes, compress(bytes)));
  }

  private String fingerprint() {
    MessageDigest digest = sha256();
    files.forEach(
        (name, asset) -> {
          digest.update(name.getBytes(StandardCharsets.UTF_8));
          digest.update(asset.plain());
        });
    return HexFormat.of().formatHex(digest.digest(), 0, 6);
  }

  private static byte[] joined(String folder, List<String> names, String ending) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String name : names) {
      all.writeBytes(read("/static/" + folder + name + ending));
      all.write('\n');
    }
    return all.toByteArray();
  }

  private static byte[] read(String path) {
    try (InputStream in = Assets.class.getResourceAsStream(path)) {
      if (in == null) throw new IllegalStateException("The program lacks its own file " + path);
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Tried to read the program's own file " + path, e);
    }
  }

  private static byte[] compress(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3);
    try (GZIPOutputStream gzip = new BestGzip(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Done once at start, so as small as it gets. */
  private static final class BestGzip extends GZIPOutputStream {
    BestGzip(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
