package io.innkeeper.tenant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.innkeeper.client.Json;
import io.innkeeper.fault.Fault;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The app's own settings as they were before a job changed them, for the way back: they live in the
 * app's database, which stays when a container is put back. Sealed, since keys are among them.
 * Thread-safe: a fresh key may come while a job goes on.
 */
final class SettingsBefore implements SealedPlace {
  private static final TypeReference<LinkedHashMap<String, @Nullable Object>> SETTINGS =
      new TypeReference<>() {};

  private static final String FILE = "settings-before";

  private final SecretBox box;
  private final ContainerPlan.Host host;

  SettingsBefore(SecretBox box, ContainerPlan.Host host) {
    this.box = box;
    this.host = host;
  }

  /** Whether some are kept: those of an interrupted try are the true ones. */
  boolean kept(Tenant tenant) {
    return Files.exists(file(tenant));
  }

  synchronized void keep(Tenant tenant, Map<String, @Nullable Object> settings) {
    try {
      String text = Json.LENIENT.writeValueAsString(settings);
      write(file(tenant), box.seal(Secret.of(text), place(tenant.id())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw failed("Tried to keep the settings of " + tenant.slug() + " but could not.", e);
    }
  }

  synchronized Optional<Map<String, @Nullable Object>> find(Tenant tenant) {
    if (!kept(tenant)) return Optional.empty();
    try {
      String sealed = Files.readString(file(tenant));
      return Optional.of(
          Json.LENIENT.readValue(box.unseal(sealed, place(tenant.id())).unwrap(), SETTINGS));
    } catch (IOException e) {
      throw failed("Tried to read the kept settings of " + tenant.slug() + " but could not.", e);
    }
  }

  synchronized void forget(Tenant tenant) {
    try {
      Files.deleteIfExists(file(tenant));
    } catch (IOException e) {
      throw failed("Tried to remove the kept settings of " + tenant.slug() + ".", e);
    }
  }

  @Override
  public String name() {
    return "apps' settings of jobs under way";
  }

  @Override
  public String where() {
    return "file " + FILE;
  }

  @Override
  public List<Sealed> next(Handle handle, Optional<Sealed> last, int limit) {
    return handle
        .createQuery(
            "SELECT id, slug FROM tenants WHERE wanted <> 'ERASED' AND id > :last ORDER BY id")
        .bind("last", last.map(one -> one.key().getFirst().toString()).orElse(""))
        .map((row, context) -> sealed(row.getString("id"), row.getString("slug")))
        .stream()
        .flatMap(Optional::stream)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized int replace(Handle handle, Map<Sealed, String> fresh) {
    int replaced = 0;
    for (Map.Entry<Sealed, String> one : fresh.entrySet()) {
      Path file = Path.of(one.getKey().key().getLast().toString());
      try {
        if (!Files.exists(file) || !Files.readString(file).equals(one.getKey().text())) continue;
        write(file, one.getValue());
        replaced++;
      } catch (IOException e) {
        throw failed("Tried to seal " + file + " anew but could not.", e);
      }
    }
    return replaced;
  }

  private synchronized Optional<Sealed> sealed(String id, String slug) {
    Path file = host.tenants().resolve(slug).resolve(FILE);
    if (!Files.exists(file)) return Optional.empty();
    try {
      return Optional.of(
          new Sealed(
              List.of(id, file.toString()),
              Files.readString(file),
              List.of(place(UUID.fromString(id)))));
    } catch (IOException e) {
      throw failed("Tried to read " + file + " but could not.", e);
    }
  }

  private static void write(Path file, String sealed) throws IOException {
    Path whole = file.resolveSibling("." + FILE);
    Files.deleteIfExists(whole);
    Files.createFile(
        whole, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(whole, sealed);
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private Path file(Tenant tenant) {
    return ContainerPlan.dataDirectory(tenant, host).resolveSibling(FILE);
  }

  private static String place(UUID tenant) {
    return "tenant/" + tenant + "/settings-before";
  }

  private static Fault failed(String said, IOException cause) {
    return Fault.of(Fault.Kind.UNAVAILABLE, "settings-before", said)
        .advising("Check the disk's space and rights.")
        .because(cause);
  }
}
