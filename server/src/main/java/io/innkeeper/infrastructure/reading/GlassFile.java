package io.innkeeper.infrastructure.reading;

import io.innkeeper.client.age.AgeSeal;
import io.innkeeper.client.glass.GlassHead;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.reading.GlassCopy.Holds;
import io.innkeeper.infrastructure.reading.GlassCopy.Made;
import io.innkeeper.store.Database;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sealed file: written whole under another name, then in one move in place of the old one. */
public final class GlassFile {
  static final String UNWRITTEN = "break-glass-unwritten";

  private static final Logger log = LoggerFactory.getLogger(GlassFile.class);
  private static final String FRESH = ".innkeeper-break-glass.age.";
  private static final Duration LEFT = Duration.ofDays(1);
  private static final String LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
  private static final String ABOUT =
      "One account a line, its passwords the latest first. The last line says how many there are.";

  private final Database database;
  private final Vault vault;
  private final BreakGlass.Place place;
  private final Clock clock;

  GlassFile(Database database, Vault vault, BreakGlass.Place place, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.place = place;
    this.clock = clock;
  }

  /** For whom a file is sealed, and what they are called. */
  record Keys(List<String> recipients, List<String> names) {}

  /** A file that was written beside the earlier one; {@code proof} stands only inside it. */
  record Written(Path file, Made made, String proof, List<String> names) {}

  public Path path() {
    return place.folder().resolve("innkeeper-break-glass.age");
  }

  /** A name of its own: another process may be writing one in the same folder. */
  private Path fresh() {
    return place.folder().resolve(FRESH + UUID.randomUUID() + ".new");
  }

  /** How large the file is that lies there; less than nothing when there is none. */
  long size() {
    try {
      return Files.size(path());
    } catch (IOException e) {
      return -1;
    }
  }

  /**
   * Demands that it can be written where it is to lie.
   *
   * @throws Fault BROKEN saying what is wrong there
   */
  void demandPlace() {
    try {
      if (!place.given()) Files.createDirectories(place.folder());
    } catch (IOException e) {
      throw unwritten(e);
    }
    if (!Files.isDirectory(place.folder()) || !Files.isWritable(place.folder()))
      throw unwritten(new NoSuchFileException(place.folder().toString()));
  }

  /** Writes one beside the earlier; whoever calls makes sure that there is one at a time. */
  Written write(Function<Handle, Keys> keys) {
    demandPlace();
    Path fresh = fresh();
    boolean whole = false;
    try {
      tidy();
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Written written = sealed(fresh, keys);
      try (FileChannel file = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        file.force(true);
      }
      whole = true;
      return written;
    } catch (IOException e) {
      throw unwritten(e);
    } finally {
      if (!whole) tidy(fresh);
    }
  }

  /**
   * Puts what was written in the place of the earlier one. Whoever calls holds the copy's row, so
   * that the file that lies there is the one that the row tells of, also with several processes.
   */
  void take(Written written) {
    try {
      Files.move(written.file(), path(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  /** Takes away what was written and not taken. */
  void tidy(Written written) {
    tidy(written.file());
  }

  private static void tidy(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      log.warn("{} could not be removed", file, e);
    }
  }

  /** Takes away what a process left that ended over it; what is younger may still be written. */
  private void tidy() throws IOException {
    Instant old = clock.instant().minus(LEFT);
    try (DirectoryStream<Path> all = Files.newDirectoryStream(place.folder(), FRESH + "*.new")) {
      for (Path one : all) if (Files.getLastModifiedTime(one).toInstant().isBefore(old)) tidy(one);
    }
  }

  /** Nobody is to have one any more. */
  void delete() {
    try {
      Files.deleteIfExists(path());
    } catch (IOException e) {
      throw Fault.of(
              Fault.Kind.BROKEN,
              "break-glass-undeleted",
              "Tried to remove the break-glass copy " + path() + " but could not.")
          .advising("Remove it by hand, and try again.")
          .because(e);
    }
  }

  private Fault unwritten(IOException cause) {
    return Fault.of(
            Fault.Kind.BROKEN,
            UNWRITTEN,
            "Tried to write the break-glass copy to " + place.folder() + " but could not.")
        .advising(
            "See whether the folder is there, its share is mounted and its disk has room."
                + " The earlier copy stays.")
        .because(cause);
  }

  private Written sealed(Path fresh, Function<Handle, Keys> keys) throws IOException {
    Instant now = Instant.ofEpochMilli(clock.millis());
    String proof = proof();
    MessageDigest digest = GlassWriter.sha256();
    return database.snapshot(
        handle -> {
          String revision = Vault.revision(handle);
          Keys sealedFor = keys.apply(handle);
          Holds holds;
          try (OutputStream out =
                  new DigestOutputStream(
                      new BufferedOutputStream(Files.newOutputStream(fresh)), digest);
              OutputStream seal = AgeSeal.forRecipients(out, sealedFor.recipients())) {
            GlassWriter writer =
                new GlassWriter(seal, new GlassHead(GlassHead.FORMAT, now, proof, ABOUT));
            vault.each(handle, writer::account);
            holds = writer.end();
          }
          String sum = HexFormat.of().formatHex(digest.digest());
          Made made = new Made(now, revision, Files.size(fresh), sum, holds);
          return new Written(fresh, made, proof, sealedFor.names());
        });
  }

  private static String proof() {
    SecureRandom random = new SecureRandom();
    StringBuilder proof = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == 4) proof.append('-');
      proof.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return proof.toString();
  }
}
