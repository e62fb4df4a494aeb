package io.innkeeper.branding;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.branding.picture.Picture;
import io.innkeeper.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Files on the host that never change once they are there: written beside, then put in place at
 * once, with a list of their hashes. What is laid over an app has the reader's rights, no more.
 */
final class BrandFolder {
  private static final String LIST = "SHA256SUMS";

  private final Path folder;

  BrandFolder(Path folder) {
    this.folder = folder;
  }

  String name() {
    return String.valueOf(folder.getFileName());
  }

  /** Whether anything was ever written there. */
  boolean there() {
    return Files.isDirectory(folder);
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** Whether every file is there with the bytes that were written. */
  boolean whole() {
    if (!Files.exists(folder.resolve(LIST))) return false;
    try {
      for (Map.Entry<String, String> each : hashes().entrySet()) {
        Path file = folder.resolve(each.getKey());
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            || !Picture.digest(Files.readAllBytes(file)).equals(each.getValue())) return false;
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** What is there by name, with its SHA-256. */
  Map<String, String> hashes() {
    Map<String, String> hashes = new TreeMap<>();
    try {
      for (String line : Files.readAllLines(folder.resolve(LIST)))
        hashes.put(line.substring(66), line.substring(0, 64));
    } catch (IOException | IndexOutOfBoundsException e) {
      throw unwritable(e);
    }
    return hashes;
  }

  /** Makes it of these files, whatever was there before. */
  void write(Map<String, byte[]> files) {
    Path fresh = folder.resolveSibling("." + folder.getFileName() + ".new");
    try {
      delete(fresh);
      Files.createDirectories(fresh);
      Map<String, String> sums = new LinkedHashMap<>();
      for (Map.Entry<String, byte[]> each : new TreeMap<>(files).entrySet()) {
        Path file = fresh.resolve(each.getKey());
        Files.createDirectories(file.getParent());
        Files.write(file, each.getValue());
        sums.put(each.getKey(), Picture.digest(each.getValue()));
      }
      List<String> lines =
          sums.entrySet().stream().map(each -> each.getValue() + "  " + each.getKey()).toList();
      Files.write(fresh.resolve(LIST), lines, UTF_8);
      readable(fresh);
      delete(folder);
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Removes every folder beside this one but itself and those in which one of the files lies. */
  void dropOthers(Set<Path> files) {
    Path beside = folder.getParent();
    if (beside == null || !Files.isDirectory(beside)) return;
    try (Stream<Path> all = Files.list(beside)) {
      for (Path one : all.toList()) {
        boolean needed = files.stream().anyMatch(file -> file.startsWith(one));
        if (!one.equals(folder) && !needed) delete(one);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static void readable(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path one : all.toList())
        Files.setPosixFilePermissions(
            one,
            PosixFilePermissions.fromString(Files.isDirectory(one) ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  private static void delete(Path root) throws IOException {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) return;
    try (Stream<Path> all = Files.walk(root)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(one);
    }
  }

  private Fault unwritable(Exception cause) {
    return Fault.of(
            Fault.Kind.UNAVAILABLE,
            "brand-folder",
            "Tried to keep files in " + folder + " but could not.")
        .advising("Check the disk and the rights of Innkeeper's home.")
        .because(cause);
  }
}
