package io.innkeeper.cli.env;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * A {@code .env} as it was when it was opened. It is replaced whole, never seen half written or by
 * others, and what it said before is beside it as {@code .backup}. A link is followed.
 */
final class EnvFile {
  private static final int LARGEST = 1 << 20;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
      PosixFilePermissions.asFileAttribute(OWNER_ONLY);

  private final Path named;
  private final Path path;
  private final Optional<byte[]> before;

  private EnvFile(Path named, Path path, Optional<byte[]> before) {
    this.named = named;
    this.path = path;
    this.before = before;
  }

  /**
   * Opens one that may not be there yet.
   *
   * @throws Refusal when it is there and can't be read
   */
  static EnvFile open(Path named) {
    Path path = followed(named);
    if (!Files.exists(path)) return new EnvFile(named, path, Optional.empty());
    if (!Files.isRegularFile(path))
      throw refused(named + " is not a file.", "Name another with --file.");
    try {
      if (Files.size(path) > LARGEST)
        throw refused(named + " is larger than 1 MiB.", "That is no .env file.");
      return new EnvFile(named, path, Optional.of(Files.readAllBytes(path)));
    } catch (IOException e) {
      throw refused(named + " can't be read: " + reason(e), "Run this as the user who owns it.");
    }
  }

  /** Where it really is, links followed. */
  Path path() {
    return path;
  }

  Path named() {
    return named;
  }

  boolean exists() {
    return before.isPresent();
  }

  Path backup() {
    return path.resolveSibling(path.getFileName() + ".backup");
  }

  /** What it says. */
  EnvText text() {
    try {
      return EnvText.parse(
          UTF_8.newDecoder().decode(ByteBuffer.wrap(before.orElse(new byte[0]))).toString());
    } catch (CharacterCodingException e) {
      throw refused(named + " is not UTF-8 text.", "Write it again as UTF-8.");
    }
  }

  /** Whether nobody but its owner may read it as far as it is there. */
  boolean tight() {
    return before.isEmpty() || ownerOnly(path);
  }

  /** Whether only its owner may read and write a file; also true where the system can't tell. */
  static boolean ownerOnly(Path file) {
    try {
      return OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file));
    } catch (IOException | UnsupportedOperationException e) {
      return true;
    }
  }

  /**
   * Finds out before anything else happens that it can be replaced.
   *
   * @throws Refusal when it can't
   */
  void demandWritable() {
    try {
      Files.delete(beside(new byte[0]));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /**
   * Replaces it and keeps the backup.
   *
   * @return what takes that back
   * @throws Refusal when it can't be written or was changed since it was opened; it is as it was
   *     then
   */
  Undo write(EnvText text) {
    byte[] content = text.text().getBytes(UTF_8);
    try {
      if (!unchanged())
        throw refused(
            named + " was changed meanwhile, so it was left alone.", "Repeat the command.");
      Optional<byte[]> backedUp = content(backup());
      if (before.isPresent()) replace(backup(), before.get());
      replace(path, content);
      return new Undo(
          named + " is as it was before.",
          named + " could not be put back; what it said before is in " + backup() + ".",
          () -> putBack(backedUp));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private boolean unchanged() throws IOException {
    return Arrays.equals(content(path).orElse(null), before.orElse(null));
  }

  private void putBack(Optional<byte[]> backedUp) {
    try {
      if (before.isPresent()) replace(path, before.get());
      else Files.deleteIfExists(path);
      if (backedUp.isPresent()) replace(backup(), backedUp.get());
      else if (before.isPresent()) Files.deleteIfExists(backup());
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static Optional<byte[]> content(Path file) throws IOException {
    return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  private void replace(Path file, byte[] content) throws IOException {
    Path fresh = beside(content);
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Files.deleteIfExists(fresh);
      throw e;
    }
    // The folder's entry must be on the disk too.
    try (FileChannel folder = FileChannel.open(folder(), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  /** A file of the same folder and owner with this content, on the disk and for its owner only. */
  private Path beside(byte[] content) throws IOException {
    Path fresh = Files.createTempFile(folder(), ".env-", ".new", PRIVATE);
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) channel.write(bytes);
      channel.force(true);
      if (before.isPresent()) keepOwner(fresh);
    } catch (IOException e) {
      Files.deleteIfExists(fresh);
      throw e;
    }
    return fresh;
  }

  private void keepOwner(Path fresh) throws IOException {
    UserPrincipal owner = Files.getOwner(path);
    if (!Files.getOwner(fresh).equals(owner)) Files.setOwner(fresh, owner);
  }

  private Path folder() {
    return Optional.ofNullable(path.toAbsolutePath().getParent()).orElseThrow();
  }

  private static Path followed(Path named) {
    try {
      if (Files.exists(named)) return named.toRealPath();
      if (!Files.exists(named, LinkOption.NOFOLLOW_LINKS)) return named;
    } catch (IOException e) {
      throw refused(named + " can't be read: " + reason(e), "");
    }
    throw refused(
        named + " is a link that leads nowhere.", "Remove it, or name another with --file.");
  }

  private Refusal unwritable(IOException e) {
    return refused(
        named + " can't be written: " + reason(e),
        "The folder " + folder() + " must be there and writable for you.");
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "it is not allowed.";
      case NoSuchFileException gone -> "there is no such folder.";
      case FileSystemException failed when failed.getReason() != null -> failed.getReason() + ".";
      default -> e.getMessage() + ".";
    };
  }

  private static Refusal refused(String said, String advice) {
    return new Refusal(ExitCode.FILE, said, advice);
  }
}
