package io.innkeeper.advisor;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the SSH server is told, as it reads it itself: drop-in files stand where they are included,
 * and the first word on a setting counts. What stands behind {@code Match} is for some only and is
 * left out.
 *
 * @param settings by name in lower case
 */
public record SshdConfig(Map<String, String> settings) {
  private static final int DEEPEST = 8;

  public SshdConfig {
    settings = Map.copyOf(settings);
  }

  /** Reads the server's files; empty when there is no SSH server or it can't be read. */
  public static Optional<SshdConfig> read(Path ssh) {
    Path main = ssh.resolve("sshd_config");
    if (!Files.isReadable(main)) return Optional.empty();
    Map<String, String> settings = new LinkedHashMap<>();
    read(ssh, main, settings, 0);
    return Optional.of(new SshdConfig(settings));
  }

  private static void read(Path ssh, Path file, Map<String, String> settings, int depth) {
    if (depth > DEEPEST) return;
    for (String line : lines(file)) {
      String bare = line.strip();
      if (bare.isEmpty() || bare.startsWith("#")) continue;
      String[] words = bare.split("[\\s=]+", 2);
      String name = words[0].toLowerCase(Locale.ROOT);
      String value = words.length < 2 ? "" : unquoted(words[1].strip());
      if (name.equals("match")) return;
      if (name.equals("include"))
        for (Path more : included(ssh, value)) read(ssh, more, settings, depth + 1);
      else settings.putIfAbsent(name, value);
    }
  }

  private static String unquoted(String value) {
    String bare = value.replaceFirst("\\s+#.*", "");
    return bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"")
        ? bare.substring(1, bare.length() - 1)
        : bare;
  }

  /** The files of a pattern, in their order; patterns stand for names in one folder. */
  private static List<Path> included(Path ssh, String patterns) {
    List<Path> found = new ArrayList<>();
    for (String pattern : patterns.split("\\s+")) {
      Path given = Path.of(pattern.replaceFirst("^/etc/ssh/", ""));
      Path at = given.isAbsolute() ? given : ssh.resolve(given);
      Path folder = at.getParent();
      if (folder == null || !Files.isDirectory(folder)) continue;
      try (DirectoryStream<Path> files =
          Files.newDirectoryStream(folder, String.valueOf(at.getFileName()))) {
        List<Path> some = new ArrayList<>();
        files.forEach(some::add);
        some.sort(Path::compareTo);
        found.addAll(some);
      } catch (IOException e) {
        // A folder that can't be read tells the server nothing either.
        continue;
      }
    }
    return found;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      return List.of();
    }
  }

  /** How root may sign in, in the server's words. */
  public String root() {
    return get("permitrootlogin", "prohibit-password");
  }

  public boolean passwords() {
    return !get("passwordauthentication", "yes").equals("no");
  }

  private String get(String name, String otherwise) {
    return settings.getOrDefault(name, otherwise).toLowerCase(Locale.ROOT);
  }
}
