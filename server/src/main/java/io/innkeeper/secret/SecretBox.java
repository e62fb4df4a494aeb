package io.innkeeper.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.innkeeper.fault.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Seals secrets with AEAD (AES-256-GCM, Tink). The place a secret belongs to, for example {@code
 * tenant/0190…/secret-key}, is associated data: a sealed text copied to another row doesn't open.
 * Thread-safe.
 */
public final class SecretBox {
  // Tink begins with one byte for the form and four for the key.
  private static final int PREFIX = 5;
  private static final byte FORM = 1;

  private final Path file;
  private volatile Keys keys;

  private SecretBox(Path file, Keys keys) {
    this.file = file;
    this.keys = keys;
  }

  /** The keys as the file held them when it last changed. */
  private record Keys(KeysetHandle all, Aead aead, FileTime changed) {
    static Keys read(Path file) throws GeneralSecurityException, IOException {
      FileTime changed = Files.getLastModifiedTime(file);
      KeysetHandle all =
          TinkJsonProtoKeysetFormat.parseKeyset(
              Files.readString(file), InsecureSecretKeyAccess.get());
      return new Keys(all, all.getPrimitive(RegistryConfiguration.get(), Aead.class), changed);
    }

    String primary() {
      return id(all.getPrimary());
    }

    Set<String> earlier() {
      Set<String> earlier = new TreeSet<>();
      for (int at = 0; at < all.size(); at++) earlier.add(id(all.getAt(at)));
      earlier.remove(primary());
      return earlier;
    }
  }

  /** Opens the box with the key set in {@code file}, made (mode 0600) if there is none. */
  public static SecretBox open(Path file) {
    try {
      AeadConfig.register();
      if (!Files.exists(file)) create(file);
      return new SecretBox(file, Keys.read(file));
    } catch (GeneralSecurityException | IOException e) {
      throw Fault.of(
              Fault.Kind.BROKEN,
              "master-key-unreadable",
              "Tried to read the master key " + file + " but it can't be used.")
          .advising(
              "Put back the master.key that belongs to this store; without it its secrets can't be opened.")
          .because(e);
    }
  }

  /** Seals a secret for one place; the text is safe to store. */
  public String seal(Secret secret, String place) {
    try {
      byte[] sealed =
          fresh().aead().encrypt(secret.unwrap().getBytes(UTF_8), place.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealing failed for " + place, e);
    }
  }

  /**
   * Opens what was sealed for the same place; refuses what was sealed elsewhere or with another
   * key.
   */
  public Secret unseal(String sealed, String place) {
    try {
      return Secret.of(
          new String(
              fresh().aead().decrypt(Base64.getDecoder().decode(sealed), place.getBytes(UTF_8)),
              UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw Fault.of(
              Fault.Kind.BROKEN,
              "secret-does-not-open",
              "Tried to open the secret of "
                  + place
                  + " but it was sealed for another place or with another key.")
          .advising("Put back the master.key that belongs to this store.")
          .because(e);
    }
  }

  /** What was sealed for this place, or nothing when it doesn't open. */
  public Optional<Secret> opened(String sealed, String place) {
    try {
      return Optional.of(unseal(sealed, place));
    } catch (Fault e) {
      return Optional.empty();
    }
  }

  /** By what the key that seals now is told from others. */
  public String keyId() {
    return fresh().primary();
  }

  /** Whether something is sealed with another key than the one that seals now. */
  public boolean stale(String sealed) {
    return !keyOf(sealed).equals(Optional.of(keyId()));
  }

  /** Which key a sealed text names; empty where it is none. */
  public static Optional<String> keyOf(String sealed) {
    try {
      byte[] bytes = Base64.getDecoder().decode(sealed);
      if (bytes.length < PREFIX || bytes[0] != FORM) return Optional.empty();
      return Optional.of(Integer.toUnsignedString(ByteBuffer.wrap(bytes, 1, 4).getInt()));
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  /** The keys that still open but seal no more. */
  public Set<String> earlier() {
    return fresh().earlier();
  }

  /** Since when the keys are what they are. */
  public Instant changed() {
    return fresh().changed().toInstant();
  }

  /**
   * Takes earlier keys out of the file: from now on they open nothing, in any process. The file as
   * it was stays beside it, for a store that is put back from former days.
   */
  public void retire(Set<String> ids) {
    try (FileChannel gate = gate(file);
        FileLock held = gate.lock()) {
      Keys now = Keys.read(file);
      if (ids.contains(now.primary())) throw new IllegalArgumentException("it seals now");
      Set<String> gone = new TreeSet<>(now.earlier());
      gone.retainAll(ids);
      if (!gone.isEmpty()) {
        KeysetHandle.Builder fewer = KeysetHandle.newBuilder(now.all());
        for (int at = now.all().size() - 1; at >= 0; at--)
          if (gone.contains(id(now.all().getAt(at)))) fewer.deleteAt(at);
        write(beside(file, "-" + String.join("-", gone)), now.all());
        write(file, fewer.build());
      }
      keys = Keys.read(file);
    } catch (GeneralSecurityException | IOException e) {
      throw unwritten("take keys out of", e);
    }
  }

  /**
   * Seals with a new key from now on, in every process that uses the same file; the earlier ones
   * still open. Does nothing when that has happened already.
   *
   * @param before the key that sealed when it was decided
   */
  public void renew(String before) {
    try (FileChannel gate = gate(file);
        FileLock held = gate.lock()) {
      Keys now = Keys.read(file);
      if (now.primary().equals(before)) {
        KeysetHandle.Builder more = KeysetHandle.newBuilder(now.all());
        more.addEntry(
            KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId()
                .makePrimary());
        write(file, more.build());
      }
      keys = Keys.read(file);
    } catch (GeneralSecurityException | IOException e) {
      throw unwritten("add a key to", e);
    }
  }

  private Fault unwritten(String what, Exception cause) {
    return Fault.of(
            Fault.Kind.BROKEN,
            "master-key-unwritten",
            "Tried to " + what + " " + file + " but could not; the keys are what they were.")
        .advising("See whether the folder can be written and its disk has room.")
        .because(cause);
  }

  private static String id(KeysetHandle.Entry entry) {
    return Integer.toUnsignedString(entry.getId());
  }

  private static Path beside(Path file, String more) {
    return directory(file).resolve(file.getFileName() + more);
  }

  /** Another process may have made a new key: what it sealed must open here too. */
  private Keys fresh() {
    try {
      Keys now = keys;
      if (!Files.getLastModifiedTime(file).equals(now.changed())) keys = Keys.read(file);
    } catch (GeneralSecurityException | IOException e) {
      // A file that is gone or half there for a moment is no reason to stop: the keys are known.
      return keys;
    }
    return keys;
  }

  // Written whole under another name first, so that a crash leaves no half key; the lock lets one
  // process win.
  private static void create(Path file) throws GeneralSecurityException, IOException {
    try (FileChannel gate = gate(file);
        FileLock held = gate.lock()) {
      if (Files.exists(file)) return;
      write(file, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    } catch (FileAlreadyExistsException raced) {
      // another process made it: its key is ours
    }
  }

  private static Path directory(Path file) {
    return file.toAbsolutePath().resolveSibling(".").normalize();
  }

  private static FileChannel gate(Path file) throws IOException {
    Files.createDirectories(directory(file));
    return FileChannel.open(
        directory(file).resolve("." + file.getFileName() + ".lock"),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE);
  }

  private static void write(Path file, KeysetHandle keys)
      throws GeneralSecurityException, IOException {
    Path whole = directory(file).resolve("." + file.getFileName() + ".new");
    Files.deleteIfExists(whole);
    Files.createFile(
        whole, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        whole, TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
    try (FileChannel written = FileChannel.open(whole, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    // Else a power cut may bring back the earlier file, whose keys don't open what is sealed next.
    try (FileChannel folder = FileChannel.open(directory(file), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }
}
