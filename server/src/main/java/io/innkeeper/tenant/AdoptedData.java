package io.innkeeper.tenant;

import io.innkeeper.fault.Fault;
import io.innkeeper.job.Progress;
import io.innkeeper.openwebui.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The data of a container that somebody else made, copied into a tenant's folder: whole or not at
 * all. What it is copied from is never changed.
 */
final class AdoptedData {
  private static final String UNFINISHED = ".adopting";
  private static final int WORD_EVERY = 200;

  private final Path from;
  private final Path to;

  AdoptedData(Path from, Path to) {
    this.from = from;
    this.to = to;
  }

  /** Refuses when there is no room for a copy. */
  void demandRoom() {
    Path disk = existing(to);
    long needed = size();
    long free = disk.toFile().getUsableSpace();
    if (free > needed + needed / 10) return;
    throw Fault.of(
            Fault.Kind.UNAVAILABLE,
            "no-room-for-copy",
            "Its data has %,d bytes and only %,d are free at %s.".formatted(needed, free, disk))
        .advising("Free some room; the data is copied, not moved.");
  }

  /** Copies everything; one that was copied whole before stays as it is. */
  void copy(Progress progress) throws InterruptedException {
    if (Files.exists(to)) return;
    Path unfinished = to.resolveSibling(to.getFileName() + UNFINISHED);
    try {
      delete(unfinished);
      Files.createDirectories(to.getParent());
      int copied = 0;
      for (Path one : listed(from)) {
        copy(one, unfinished.resolve(from.relativize(one).toString()));
        progress.checkCancelled();
        if (++copied % WORD_EVERY == 0) progress.now("%,d files".formatted(copied));
      }
      Files.move(unfinished, to, StandardCopyOption.ATOMIC_MOVE);
      progress.say("Copied %,d files and folders from %s".formatted(copied, from));
    } catch (IOException e) {
      throw failed("copy", from, e);
    }
  }

  /** Removes the copy. */
  void forget() {
    try {
      delete(to.resolveSibling(to.getFileName() + UNFINISHED));
      delete(to);
      Files.deleteIfExists(to.getParent());
    } catch (IOException e) {
      throw failed("remove the copy of", from, e);
    }
  }

  private static void copy(Path one, Path target) throws IOException {
    boolean plain = Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS);
    boolean known = plain || Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS);
    // Sockets and pipes are of a process that has ended.
    if (!known && !Files.isSymbolicLink(one)) return;
    Files.copy(one, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    Files.setAttribute(target, "unix:uid", Release.UID, LinkOption.NOFOLLOW_LINKS);
    Files.setAttribute(target, "unix:gid", Release.GID, LinkOption.NOFOLLOW_LINKS);
  }

  private long size() {
    try {
      long bytes = 0;
      for (Path one : listed(from)) {
        if (Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS)) bytes += Files.size(one);
      }
      return bytes;
    } catch (IOException e) {
      throw failed("read", from, e);
    }
  }

  private static Path existing(Path place) {
    Path parent = place.getParent();
    return parent == null || Files.exists(place) ? place : existing(parent);
  }

  private static List<Path> listed(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) return;
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(one);
    }
  }

  private static Fault failed(String verb, Path folder, IOException e) {
    return Fault.of(
            Fault.Kind.UNAVAILABLE,
            "adopted-data",
            "Tried to %s %s but could not.".formatted(verb, folder))
        .advising("Run Innkeeper as root on the container's own host, and check the disk.")
        .because(e);
  }
}
