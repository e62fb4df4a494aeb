package io.innkeeper.tenant;

import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the gateway must know of tenants: their keys and what they sign with. Secrets are unsealed
 * once; only changed ones are unsealed again.
 */
public final class Workspaces {
  /**
   * One tenant.
   *
   * @param key it shows the gateway
   * @param identity it signs who calls with
   * @param before its earlier keys that still count
   */
  public record Workspace(
      UUID id,
      UUID organisation,
      String slug,
      Tenant.Wanted wanted,
      Secret key,
      Secret identity,
      List<Before> before) {
    public Workspace {
      before = List.copyOf(before);
    }

    /** By what a person recognises its key. */
    public String hint() {
      return key.hint(TenantSecrets.KEY_PREFIX);
    }
  }

  /**
   * A key that a workspace had.
   *
   * @param digest SHA-256 in hexadecimal
   * @param until when it stops to count; empty while the workspace hasn't got its new one
   */
  public record Before(String digest, String hint, Optional<Instant> until) {}

  private record Opened(String sealed, Secret secret) {}

  private static final Logger log = LoggerFactory.getLogger(Workspaces.class);

  private final Database database;
  private final TenantSecrets secrets;
  private final Clock clock;
  private final Map<String, Opened> opened = new HashMap<>();

  Workspaces(Database database, TenantSecrets secrets, Clock clock) {
    this.database = database;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** Every tenant that has not been erased. */
  public synchronized List<Workspace> all() {
    return database.read(
        handle -> {
          Map<String, String> sealed = sealed(handle);
          opened.keySet().retainAll(sealed.keySet());
          Map<UUID, List<Before>> before = before(handle);
          return rows(handle).stream()
              .flatMap(row -> workspace(row, sealed, before).stream())
              .toList();
        });
  }

  /** When a workspace's key was last renewed, if ever. */
  public Optional<Instant> rotatedAt(UUID tenant) {
    return database.read(handle -> KeysBefore.rotatedAt(handle, tenant));
  }

  private Map<UUID, List<Before>> before(Handle handle) {
    Map<UUID, List<Before>> found = new HashMap<>();
    for (KeysBefore.Before one : KeysBefore.all(handle, clock.instant())) {
      found
          .computeIfAbsent(one.tenant(), id -> new ArrayList<>())
          .add(new Before(one.digest(), one.hint(), one.until()));
    }
    return found;
  }

  private record Row(UUID id, UUID organisation, String slug, Tenant.Wanted wanted) {}

  private static List<Row> rows(Handle handle) {
    return handle
        .createQuery(
            "SELECT id, organisation_id, slug, wanted FROM tenants WHERE wanted <> 'ERASED'")
        .map(
            (row, context) ->
                new Row(
                    UUID.fromString(row.getString("id")),
                    UUID.fromString(row.getString("organisation_id")),
                    row.getString("slug"),
                    Tenant.Wanted.valueOf(row.getString("wanted"))))
        .list();
  }

  private static Map<String, String> sealed(Handle handle) {
    Map<String, String> sealed = new HashMap<>();
    handle
        .createQuery(
            "SELECT tenant_id, name, sealed FROM tenant_secrets WHERE name IN (:key, :identity)")
        .bind("key", TenantSecrets.VIRTUAL_KEY)
        .bind("identity", TenantSecrets.IDENTITY_SECRET)
        .map(
            (row, context) ->
                Map.entry(
                    row.getString("tenant_id") + "/" + row.getString("name"),
                    row.getString("sealed")))
        .forEach(entry -> sealed.put(entry.getKey(), entry.getValue()));
    return sealed;
  }

  private Optional<Workspace> workspace(
      Row row, Map<String, String> sealed, Map<UUID, List<Before>> before) {
    try {
      return opened(row, sealed, before);
    } catch (Fault e) {
      // A secret that doesn't open is the trouble of its own workspace, not of all others.
      log.warn("The gateway does not serve {}: {}", row.slug(), e.said());
      return Optional.empty();
    }
  }

  private Optional<Workspace> opened(
      Row row, Map<String, String> sealed, Map<UUID, List<Before>> before) {
    Optional<Secret> key = secret(row.id(), TenantSecrets.VIRTUAL_KEY, sealed);
    Optional<Secret> identity = secret(row.id(), TenantSecrets.IDENTITY_SECRET, sealed);
    if (key.isEmpty() || identity.isEmpty()) return Optional.empty();
    return Optional.of(
        new Workspace(
            row.id(),
            row.organisation(),
            row.slug(),
            row.wanted(),
            key.get(),
            identity.get(),
            before.getOrDefault(row.id(), List.of())));
  }

  private Optional<Secret> secret(UUID tenant, String name, Map<String, String> sealed) {
    String place = tenant + "/" + name;
    String now = sealed.get(place);
    if (now == null) return Optional.empty();
    Opened before = opened.get(place);
    if (before == null || !before.sealed().equals(now)) {
      before = new Opened(now, secrets.unsealed(tenant, name, now));
      opened.put(place, before);
    }
    return Optional.of(before.secret());
  }
}
