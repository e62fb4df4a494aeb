package io.innkeeper.store;

import io.innkeeper.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The home on disk: made when it isn't there, refused when it can't be used. */
public final class HomeDirectory {
  private static final long LEAST_FREE_BYTES = 32L << 20;
  private static final FileAttribute<Set<PosixFilePermission>> OURS_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private HomeDirectory() {}

  /**
   * Makes the home and its store directory (0700) and proves that they can be written.
   *
   * @throws Fault UNAVAILABLE when they can't, or when the disk is full
   */
  public static void prepare(Home home) {
    try {
      Files.createDirectories(home.root(), OURS_ALONE);
      Files.createDirectories(home.storeDirectory(), OURS_ALONE);
      prove(home.root());
      prove(home.storeDirectory());
    } catch (IOException e) {
      throw fault(e, home.root());
    }
    if (home.root().toFile().getUsableSpace() < LEAST_FREE_BYTES)
      throw StoreFaults.diskFull(home.root().toString());
  }

  private static void prove(Path directory) throws IOException {
    Files.delete(Files.createTempFile(directory, ".writable", ""));
  }

  /** What a file's complaint means. */
  static Fault fault(IOException failure, Path place) {
    String said = String.valueOf(failure.getMessage());
    if (said.contains("No space left") || said.contains("Disk quota"))
      return StoreFaults.diskFull(place.toString()).because(failure);
    return StoreFaults.notWritable(place.toString()).because(failure);
  }
}
