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
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Seals secrets with AEAD (AES-256-GCM, Tink). The place a secret belongs to, for example {@code
 * tenant/0190…/secret-key}, is associated data: a sealed text copied to another row doesn't open.
 * Thread-safe.
 */
public final class SecretBox {
  private final Aead aead;

  private SecretBox(Aead aead) {
    this.aead = aead;
  }

  /** Opens the box with the key set in {@code file}, made (mode 0600) if there is none. */
  public static SecretBox open(Path file) {
    try {
      AeadConfig.register();
      if (!Files.exists(file)) create(file);
      KeysetHandle keys =
          TinkJsonProtoKeysetFormat.parseKeyset(
              Files.readString(file), InsecureSecretKeyAccess.get());
      return new SecretBox(keys.getPrimitive(RegistryConfiguration.get(), Aead.class));
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
      byte[] sealed = aead.encrypt(secret.unwrap().getBytes(UTF_8), place.getBytes(UTF_8));
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
              aead.decrypt(Base64.getDecoder().decode(sealed), place.getBytes(UTF_8)), UTF_8));
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

  // Written whole under another name first, so that a crash leaves no half key; the lock lets one
  // process win.
  private static void create(Path file) throws GeneralSecurityException, IOException {
    Path directory = file.toAbsolutePath().resolveSibling(".").normalize();
    Files.createDirectories(directory);
    try (FileChannel gate =
            FileChannel.open(
                directory.resolve("." + file.getFileName() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock held = gate.lock()) {
      if (Files.exists(file)) return;
      KeysetHandle keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
      Path whole = directory.resolve("." + file.getFileName() + ".new");
      Files.deleteIfExists(whole);
      Files.createFile(
          whole,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(
          whole, TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
      try (FileChannel written = FileChannel.open(whole, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException raced) {
      // another process made it: its key is ours
    }
  }
}
