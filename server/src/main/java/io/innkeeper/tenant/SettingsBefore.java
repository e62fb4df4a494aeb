package io.innkeeper.tenant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.innkeeper.client.Json;
import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The app's own settings as they were before a job changed them, for the way back: they live in the
 * app's database, which stays when a container is put back. Sealed, since keys are among them.
 */
final class SettingsBefore {
  private static final TypeReference<LinkedHashMap<String, @Nullable Object>> SETTINGS =
      new TypeReference<>() {};

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

  void keep(Tenant tenant, Map<String, @Nullable Object> settings) {
    try {
      String sealed = box.seal(Secret.of(Json.LENIENT.writeValueAsString(settings)), place(tenant));
      Path whole = file(tenant).resolveSibling(".settings-before");
      Files.deleteIfExists(whole);
      Files.createFile(
          whole,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(whole, sealed);
      Files.move(whole, file(tenant), StandardCopyOption.ATOMIC_MOVE);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw failed("Tried to keep the settings of " + tenant.slug() + " but could not.", e);
    }
  }

  Optional<Map<String, @Nullable Object>> find(Tenant tenant) {
    if (!kept(tenant)) return Optional.empty();
    try {
      String sealed = Files.readString(file(tenant));
      return Optional.of(
          Json.LENIENT.readValue(box.unseal(sealed, place(tenant)).unwrap(), SETTINGS));
    } catch (IOException e) {
      throw failed("Tried to read the kept settings of " + tenant.slug() + " but could not.", e);
    }
  }

  void forget(Tenant tenant) {
    try {
      Files.deleteIfExists(file(tenant));
    } catch (IOException e) {
      throw failed("Tried to remove the kept settings of " + tenant.slug() + ".", e);
    }
  }

  private Path file(Tenant tenant) {
    return ContainerPlan.dataDirectory(tenant, host).resolveSibling("settings-before");
  }

  private static String place(Tenant tenant) {
    return "tenant/" + tenant.id() + "/settings-before";
  }

  private static Fault failed(String said, IOException cause) {
    return Fault.of(Fault.Kind.UNAVAILABLE, "settings-before", said)
        .advising("Check the disk's space and rights.")
        .because(cause);
  }
}
