package io.innkeeper.ingress;

import io.innkeeper.ingress.nginx.NginxRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** nginx's logs, one for each tenant: put aside when they are large, the oldest forgotten. */
final class AccessLogs {
  private final Path own;
  private final Path folder;
  private final long most;
  private final int kept;

  AccessLogs(NginxRoot root, IngressSettings settings) {
    this.own = root.logs();
    this.folder = root.siteLogs();
    this.most = settings.logMegabytes() * 1024L * 1024;
    this.kept = settings.logsKept();
  }

  /** Whether any was: then nginx has to begin new ones. */
  boolean putAside() {
    if (!Files.isDirectory(folder)) return false;
    boolean any = false;
    for (Path log : Stream.concat(logs(own), logs(folder)).toList()) {
      if (log.toFile().length() <= most) continue;
      putAside(log);
      any = true;
    }
    return any;
  }

  /** The tenant is no more: nor is what was noted of its people. */
  void forget(String slug) {
    if (!Files.isDirectory(folder)) return;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList())
        if (file.getFileName().toString().matches(Pattern.quote(slug) + "\\.log(\\.\\d+)?"))
          Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the logs of " + slug + " can't be removed", e);
    }
  }

  private static Stream<Path> logs(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".log")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException("nginx’s logs in " + folder + " can't be listed", e);
    }
  }

  private void putAside(Path log) {
    try {
      if (kept == 0) {
        Files.delete(log);
        return;
      }
      for (int age = kept; age > 1; age--) {
        Path younger = aged(log, age - 1);
        if (Files.exists(younger))
          Files.move(younger, aged(log, age), StandardCopyOption.REPLACE_EXISTING);
      }
      Files.move(log, aged(log, 1), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("the log " + log + " can't be put aside", e);
    }
  }

  private static Path aged(Path log, int age) {
    return log.resolveSibling(log.getFileName() + "." + age);
  }
}
