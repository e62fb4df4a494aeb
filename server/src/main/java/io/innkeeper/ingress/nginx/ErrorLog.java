package io.innkeeper.ingress.nginx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** nginx's own log from some moment on: what it gives up on stands there and nowhere else. */
record ErrorLog(Path file, long from) {
  private static final int MOST = 65_536;

  /** From now on. */
  static ErrorLog at(Path logs) {
    Path file = logs.resolve("error.log");
    return new ErrorLog(file, file.toFile().length());
  }

  /** What it gave up on since. */
  Optional<String> complaint() {
    if (!Files.exists(file)) return Optional.empty();
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      byte[] fresh = new byte[(int) Math.clamp(log.length() - from, 0, MOST)];
      log.seek(from);
      log.readFully(fresh);
      String text = new String(fresh, UTF_8);
      return text.contains("[emerg]") ? Optional.of(Complaints.first(text)) : Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
