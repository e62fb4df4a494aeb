package io.innkeeper.cli.credential;

import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner reads, whole or not at all. */
public final class Files {
  private Files() {}

  /** Fills a file. */
  public interface Filling {
    void into(OutputStream out) throws IOException;
  }

  public static void save(Path file, Filling filling) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      // Temporary files are their owner's alone from the beginning.
      Path part = java.nio.file.Files.createTempFile(folder, ".innkeeper", ".part");
      try {
        try (OutputStream out = java.nio.file.Files.newOutputStream(part)) {
          filling.into(out);
        }
        java.nio.file.Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        java.nio.file.Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw unsaved(file, e);
    }
  }

  /** A file that must not be there yet. */
  static void create(Path file, String text) {
    try {
      java.nio.file.Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      java.nio.file.Files.writeString(file, text);
    } catch (FileAlreadyExistsException e) {
      throw new Refusal(
          ExitCode.INPUT,
          file + " is there already, so nothing was written.",
          "Name another file.");
    } catch (IOException e) {
      throw unsaved(file, e);
    }
  }

  public static Refusal unreadable(Path file, IOException e) {
    return new Refusal(ExitCode.INPUT, "Tried to open " + file + ": " + e.getMessage(), "");
  }

  private static Refusal unsaved(Path file, IOException e) {
    return new Refusal(
        ExitCode.INPUT, "Tried to save " + file + " but could not: " + e.getMessage(), "");
  }
}
