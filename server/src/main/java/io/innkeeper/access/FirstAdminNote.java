package io.innkeeper.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file with the first admin's password, mode 0600, gone when that password is changed. */
public final class FirstAdminNote {
  private static final Logger log = LoggerFactory.getLogger(FirstAdminNote.class);
  private static final String NAME = "name: ";

  private final Path file;

  public FirstAdminNote(Path file) {
    this.file = file;
  }

  public Path file() {
    return file;
  }

  /** Writes it whole, on disk before this returns: there is no second copy of the password. */
  void write(OperatorName name, Secret password) {
    Path whole = file.resolveSibling("." + file.getFileName() + ".new");
    try {
      Files.deleteIfExists(whole);
      Files.createFile(
          whole,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(whole, NAME + name + "\npassword: " + password.unwrap() + "\n");
      try (FileChannel written = FileChannel.open(whole, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Whom it is about, if there is one. */
  Optional<OperatorName> name() {
    try {
      if (!Files.exists(file)) return Optional.empty();
      return Files.readString(file, UTF_8)
          .lines()
          .filter(line -> line.startsWith(NAME))
          .findFirst()
          .flatMap(line -> OperatorName.typed(line.substring(NAME.length())));
    } catch (IOException e) {
      log.warn("{} can't be read; delete it by hand when its password has been changed", file, e);
      return Optional.empty();
    }
  }

  /** Deletes it if it is about this operator; the password in it no longer counts. */
  void forget(OperatorName name) {
    if (name().filter(name::equals).isEmpty()) return;
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      log.warn("{} can't be deleted; delete it by hand, its password no longer counts", file, e);
    }
  }

  private Fault unwritable(IOException e) {
    return Fault.of(
            Fault.Kind.BROKEN,
            "first-admin-note",
            "Tried to write the first admin's password to " + file + " but could not.")
        .advising("Make the folder writable, or give INNKEEPER_ADMIN_PASSWORD.")
        .because(e);
  }
}
