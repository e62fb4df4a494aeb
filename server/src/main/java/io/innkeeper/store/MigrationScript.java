package io.innkeeper.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** One numbered script of an engine's folder, for example {@code V001__schedule.sql}. */
record MigrationScript(String name, String text) {
  private static final String ROOT = "db/migration/";

  /** Where an engine's scripts are on the class path. */
  static String folder(Dialect dialect) {
    return ROOT + dialect.name().toLowerCase(Locale.ROOT);
  }

  /** All scripts for an engine, in their order. */
  static List<MigrationScript> all(Dialect dialect) {
    String first = folder(dialect) + "/V001__schedule.sql";
    try {
      URI place = requireNonNull(loader().getResource(first), first).toURI();
      if (!place.getScheme().equals("jar")) return in(Path.of(place).resolveSibling("."));
      try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
        return in(jar.getPath("/" + folder(dialect)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<MigrationScript> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("V\\d+__.*\\.sql"))
          .sorted()
          .map(MigrationScript::read)
          .toList();
    }
  }

  private static MigrationScript read(Path file) {
    try {
      return new MigrationScript(file.getFileName().toString(), Files.readString(file, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClassLoader loader() {
    return MigrationScript.class.getClassLoader();
  }

  /** The number as Flyway's history keeps it, with its zeros. */
  String version() {
    return name.substring(1, name.indexOf("__"));
  }

  /** The same checksum as in Flyway's history: every line's bytes, without its ending. */
  int checksum() {
    CRC32 sum = new CRC32();
    text.lines().forEach(line -> sum.update(line.getBytes(UTF_8)));
    return (int) sum.getValue();
  }
}
