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
  private static final Pattern LOG = Pattern.compile("[a-z0-9-]+\\.log(\\.\\d{1,4})?");

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

  /**
   * Earlier the tenants' logs lay beside nginx's own, where nobody puts them aside or removes them.
   * What lies there joins those of today as the older part.
   */
  void bringIn() {
    if (!Files.isDirectory(folder)) return;
    try (Stream<Path> files = Files.list(own)) {
      // By age, so that the younger of two keeps being the younger.
      for (Path file : files.filter(AccessLogs::tenants).sorted(AccessLogs::younger).toList())
        bringIn(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the logs in " + own + " can't be moved to " + folder, e);
    }
  }

  private static boolean tenants(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith("error.log") && LOG.matcher(name).matches();
  }

  private static int younger(Path one, Path other) {
    return Integer.compare(age(one), age(other));
  }

  private static int age(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".log") ? 0 : Integer.parseInt(name.substring(name.lastIndexOf('.') + 1));
  }

  private void bringIn(Path file) throws IOException {
    String name = file.getFileName().toString();
    Path log = folder.resolve(name.substring(0, name.indexOf(".log")) + ".log");
    Path place = log;
    for (int age = 1; Files.exists(place); age++) place = aged(log, age);
    if (age(place) > kept) Files.delete(file);
    else Files.move(file, place);
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
