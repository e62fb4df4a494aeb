package io.innkeeper.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.innkeeper.client.Json;
import io.innkeeper.secret.SealedColumn;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The tables of tenants' sign-in. */
final class SignInStore {
  private static final TypeReference<Map<Provider, String>> SECRETS = new TypeReference<>() {};

  private final SecretBox box;

  SignInStore(SecretBox box) {
    this.box = box;
  }

  /** A setup as kept. */
  record Kept(
      SignInSetup setup, Map<Provider, Secret> secrets, long version, Instant at, String by) {
    static final Kept NONE = new Kept(SignInSetup.NONE, Map.of(), 0, Instant.EPOCH, "");

    Kept as(long another) {
      return new Kept(setup, secrets, another, at, by);
    }
  }

  /** The newest of a tenant. */
  Optional<Kept> newest(Handle handle, UUID tenant) {
    return handle
        .createQuery(
            """
            SELECT version, setup, sealed, changed_at, changed_by FROM tenant_sign_ins
            WHERE tenant_id = :tenant ORDER BY version DESC LIMIT 1
            """)
        .bind("tenant", tenant)
        .map((row, context) -> kept(row, tenant))
        .findOne();
  }

  void insert(Handle handle, UUID tenant, Kept kept) {
    handle
        .createUpdate(
            """
            INSERT INTO tenant_sign_ins (tenant_id, version, setup, sealed, changed_at, changed_by)
            VALUES (:tenant, :version, :setup, :sealed, :at, :by)
            """)
        .bind("tenant", tenant)
        .bind("version", kept.version())
        .bind("setup", text(kept.setup()))
        .bind("sealed", sealed(kept.secrets(), tenant, kept.version()))
        .bind("at", kept.at())
        .bind("by", kept.by())
        .execute();
  }

  /**
   * The setup before counts again, as a version of its own: what was proven of one that failed must
   * not count for another of the same number. Done already: nothing.
   */
  void takeBack(Handle handle, UUID tenant, long version) {
    boolean last = newest(handle, tenant).filter(one -> one.version() == version).isPresent();
    handle
        .createUpdate(
            "DELETE FROM tenant_sign_ins WHERE tenant_id = :tenant AND version = :version")
        .bind("tenant", tenant)
        .bind("version", version)
        .execute();
    if (!last) return;
    Kept before = newest(handle, tenant).orElse(Kept.NONE);
    String address =
        proof(handle, tenant)
            .filter(one -> one.version() == before.version())
            .map(Proof::address)
            .orElse("");
    long next = version + 1;
    insert(handle, tenant, before.as(next));
    forgetBefore(handle, tenant, next);
    prove(handle, tenant, next, address);
  }

  /** What was before a version is not needed any more. */
  void forgetBefore(Handle handle, UUID tenant, long version) {
    handle
        .createUpdate(
            "DELETE FROM tenant_sign_ins WHERE tenant_id = :tenant AND version < :version")
        .bind("tenant", tenant)
        .bind("version", version)
        .execute();
  }

  void forgetAll(Handle handle, UUID tenant) {
    handle.execute("DELETE FROM tenant_sign_ins WHERE tenant_id = ?", tenant.toString());
    handle.execute("DELETE FROM tenant_sign_in_proofs WHERE tenant_id = ?", tenant.toString());
  }

  /** For which version and address the way was last seen to work. */
  Optional<Proof> proof(Handle handle, UUID tenant) {
    return handle
        .createQuery("SELECT version, address FROM tenant_sign_in_proofs WHERE tenant_id = :tenant")
        .bind("tenant", tenant)
        .map((row, context) -> new Proof(row.getLong("version"), row.getString("address")))
        .findOne();
  }

  /** A version, and the address people came from; empty while nobody has walked it yet. */
  record Proof(long version, String address) {}

  void prove(Handle handle, UUID tenant, long version, String address) {
    handle
        .createUpdate(
            """
            INSERT INTO tenant_sign_in_proofs (tenant_id, version, address)
            VALUES (:tenant, :version, :address)
            ON CONFLICT (tenant_id) DO UPDATE SET version = excluded.version,
              address = excluded.address
            """)
        .bind("tenant", tenant)
        .bind("version", version)
        .bind("address", address)
        .execute();
  }

  private Kept kept(ResultSet row, UUID tenant) throws SQLException {
    long version = row.getLong("version");
    return new Kept(
        read(row.getString("setup"), new TypeReference<SignInSetup>() {}),
        unsealed(row.getString("sealed"), tenant, version),
        version,
        Instant.ofEpochMilli(row.getLong("changed_at")),
        row.getString("changed_by"));
  }

  private String sealed(Map<Provider, Secret> secrets, UUID tenant, long version) {
    Map<Provider, String> plain = new LinkedHashMap<>();
    secrets.forEach((provider, secret) -> plain.put(provider, secret.unwrap()));
    return box.seal(Secret.of(text(plain)), place(tenant, version));
  }

  private Map<Provider, Secret> unsealed(String sealed, UUID tenant, long version) {
    Map<Provider, Secret> secrets = new EnumMap<>(Provider.class);
    read(box.unseal(sealed, place(tenant, version)).unwrap(), SECRETS)
        .forEach((provider, secret) -> secrets.put(provider, Secret.of(secret)));
    return secrets;
  }

  private static String text(Object value) {
    try {
      return Json.LENIENT.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T read(String text, TypeReference<T> type) {
    try {
      return Json.LENIENT.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String place(UUID tenant, long version) {
    return "tenant/" + tenant + "/sign-in/" + version;
  }

  /** Where its rows are, for a fresh key. */
  static SealedPlace sealedPlace() {
    return SealedColumn.of(
        "clients' secrets of tenants' sign-in",
        "tenant_sign_ins",
        "sealed",
        List.of("tenant_id", "version"),
        row -> place(SealedColumn.id(row, "tenant_id"), row.getLong("version")));
  }
}
