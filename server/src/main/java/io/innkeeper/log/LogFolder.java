package io.innkeeper.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a kept log. Each is named after how many bytes were written before it, so every line
 * has a place that never changes, whichever files are gone by then.
 */
record LogFolder(Path path) {
  static final int FILES = 6;

  private static final Pattern NAME = Pattern.compile("innkeeper-(\\d{12})\\.log");

  /** One of them; its first byte is the {@code start}th of the log. */
  record Part(Path file, long start, long size, Instant changed) {
    String name() {
      return file.getFileName().toString();
    }

    long end() {
      return start + size;
    }
  }

  /** Makes the folder, for its owner alone. */
  static LogFolder made(Path path) throws IOException {
    Files.createDirectories(
        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    return new LogFolder(path);
  }

  /** All of them, the oldest first; what is gone meanwhile is left out. */
  List<Part> parts() throws IOException {
    if (!Files.isDirectory(path)) return List.of();
    List<Part> parts = new ArrayList<>();
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches() && Files.isRegularFile(file))
          parts.add(
              new Part(
                  file,
                  Long.parseLong(name.group(1)),
                  Files.size(file),
                  Files.getLastModifiedTime(file).toInstant()));
      }
    }
    parts.sort(Comparator.comparingLong(Part::start));
    return parts;
  }

  /** An empty file for what begins at this byte, for its owner alone. */
  Path create(long start) throws IOException {
    return Files.createFile(
        path.resolve("innkeeper-%012d.log".formatted(start)),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  /** Leaves the newest. */
  void prune() throws IOException {
    List<Part> parts = parts();
    for (Part old : parts.subList(0, Math.max(0, parts.size() - FILES)))
      Files.deleteIfExists(old.file());
  }
}
