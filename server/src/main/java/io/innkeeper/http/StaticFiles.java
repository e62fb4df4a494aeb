package io.innkeeper.http;

import io.innkeeper.fault.Fault;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Stylesheet, script, fonts and icons from the class path under {@code /static/}. Held in memory,
 * compressed once; addresses carry a hash of the content ({@code ?v=…}), so browsers keep them for
 * good.
 */
public final class StaticFiles {
  private static final Pattern PLAIN = Pattern.compile("[a-z0-9][a-z0-9._/-]*");
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "svg", "image/svg+xml",
          "woff2", "font/woff2",
          "png", "image/png",
          "ico", "image/x-icon",
          "txt", "text/plain;charset=utf-8");
  // A library's file in its own jar, under the name the pages use.
  private static final Map<String, String> ELSEWHERE =
      Map.of("htmx.min.js", "META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js");

  private final Map<String, Optional<File>> files = new ConcurrentHashMap<>();

  private record File(byte[] bytes, byte @Nullable [] gzipped, String type, String hash) {}

  /** The address of a file with its content's hash; pages use it for every file. */
  public String address(String name) {
    return "/static/" + name + file(name).map(found -> "?v=" + found.hash()).orElse("");
  }

  void hang(JavalinConfig config) {
    config.routes.get("/static/<file>", this::serve);
  }

  private void serve(Context context) {
    File file =
        file(context.pathParam("file"))
            .orElseThrow(() -> Fault.notFound("no-such-file", "There is no such file."));
    context.contentType(file.type());
    context.header("X-Content-Type-Options", "nosniff");
    context.header("ETag", "\"" + file.hash() + "\"");
    boolean versioned = file.hash().equals(context.queryParam("v"));
    context.header("Cache-Control", versioned ? "public, max-age=31536000, immutable" : "no-cache");
    if (("\"" + file.hash() + "\"").equals(context.header("If-None-Match"))) {
      context.status(304);
      return;
    }
    context.disableCompression();
    String accepted = Optional.ofNullable(context.header("Accept-Encoding")).orElse("");
    byte[] gzipped = file.gzipped();
    if (gzipped != null && accepted.contains("gzip")) {
      context.header("Content-Encoding", "gzip");
      context.header("Vary", "Accept-Encoding");
      context.result(gzipped);
    } else {
      context.result(file.bytes());
    }
  }

  private Optional<File> file(String name) {
    if (name.contains("..") || !PLAIN.matcher(name).matches()) return Optional.empty();
    return files.computeIfAbsent(name, StaticFiles::load);
  }

  private static Optional<File> load(String name) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) return Optional.empty();
    String resource = ELSEWHERE.getOrDefault(name, "static/" + name);
    try (InputStream in = StaticFiles.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) return Optional.empty();
      byte[] bytes = in.readAllBytes();
      boolean worth = !type.startsWith("font/") && !type.startsWith("image/p");
      return Optional.of(new File(bytes, worth ? gzip(bytes) : null, type, hash(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
