package io.innkeeper.tenant;

import io.innkeeper.fault.Fault;
import io.innkeeper.openwebui.Passwords;
import io.innkeeper.openwebui.ServiceAccount;
import io.innkeeper.secret.SealedColumn;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The tenants' secrets, sealed for their tenant and name. Made once and kept for the tenant's life.
 */
final class TenantSecrets {
  static final String FIRST_ADMIN_PASSWORD = "first-admin-password";
  private static final String SECRET_KEY = "secret-key";
  static final String IDENTITY_SECRET = "identity-secret";
  static final String VIRTUAL_KEY = "virtual-key";
  private static final String VIRTUAL_KEY_BEFORE = "virtual-key-before";
  private static final String SERVICE_EMAIL = "service-email";
  private static final String SERVICE_PASSWORD = "service-password";
  static final String KEY_PREFIX = "ink-vk-";

  private final SecretBox box;
  private final Passwords passwords;

  TenantSecrets(SecretBox box, Passwords passwords) {
    this.box = box;
    this.passwords = passwords;
  }

  /** Makes all secrets of a new tenant. */
  void make(Handle handle, UUID tenant, TenantSlug slug) {
    make(handle, tenant, Optional.empty(), ServiceAccount.generate(slug.value(), passwords));
  }

  /** Makes those that an adopted tenant does not bring along. */
  void make(Handle handle, UUID tenant, Optional<Secret> secretKey, ServiceAccount service) {
    put(
        handle,
        tenant,
        new AppSecrets(
            secretKey.orElseGet(passwords::signingKey),
            passwords.signingKey(),
            virtualKey(),
            service));
  }

  /**
   * A new key for a workspace; answers the one before.
   *
   * @param held whether its container has that one yet, so that it is kept for the way back
   */
  Secret renewVirtualKey(Handle handle, UUID tenant, boolean held) {
    Secret before = demand(handle, tenant, VIRTUAL_KEY);
    if (held && sealed(handle, tenant, VIRTUAL_KEY_BEFORE).isEmpty())
      keep(handle, tenant, VIRTUAL_KEY_BEFORE, before);
    keep(handle, tenant, VIRTUAL_KEY, virtualKey());
    return before;
  }

  /** The key that was kept for the way back is the workspace's again; empty if none was. */
  Optional<Secret> virtualKeyAgain(Handle handle, UUID tenant) {
    Optional<Secret> before = find(handle, tenant, VIRTUAL_KEY_BEFORE);
    before.ifPresent(key -> keep(handle, tenant, VIRTUAL_KEY, key));
    forgetVirtualKeyBefore(handle, tenant);
    return before;
  }

  /** Its container has the present key. */
  void forgetVirtualKeyBefore(Handle handle, UUID tenant) {
    forget(handle, tenant, VIRTUAL_KEY_BEFORE);
  }

  private Secret virtualKey() {
    return Secret.of(KEY_PREFIX + passwords.signingKey().unwrap());
  }

  /** Keeps secrets that already exist, for example those of an adopted container. */
  void put(Handle handle, UUID tenant, AppSecrets secrets) {
    keep(handle, tenant, SECRET_KEY, secrets.secretKey());
    keep(handle, tenant, IDENTITY_SECRET, secrets.identitySecret());
    keep(handle, tenant, VIRTUAL_KEY, secrets.virtualKey());
    keep(handle, tenant, SERVICE_EMAIL, Secret.of(secrets.service().email()));
    keep(handle, tenant, SERVICE_PASSWORD, secrets.service().password());
  }

  AppSecrets of(Handle handle, UUID tenant) {
    ServiceAccount service =
        new ServiceAccount(
            demand(handle, tenant, SERVICE_EMAIL).unwrap(),
            demand(handle, tenant, SERVICE_PASSWORD),
            "Innkeeper");
    return new AppSecrets(
        demand(handle, tenant, SECRET_KEY),
        demand(handle, tenant, IDENTITY_SECRET),
        demand(handle, tenant, VIRTUAL_KEY),
        service);
  }

  /** Makes (once) the password of the client's first admin; kept until it is taken. */
  Secret firstAdminPassword(Handle handle, UUID tenant) {
    Optional<Secret> kept = find(handle, tenant, FIRST_ADMIN_PASSWORD);
    if (kept.isPresent()) return kept.get();
    Secret password = passwords.forPerson();
    keep(handle, tenant, FIRST_ADMIN_PASSWORD, password);
    return password;
  }

  boolean hasFirstAdminPassword(Handle handle, UUID tenant) {
    return sealed(handle, tenant, FIRST_ADMIN_PASSWORD).isPresent();
  }

  /** Shows the first admin's password this once: it is forgotten with the same transaction. */
  Optional<Secret> takeFirstAdminPassword(Handle handle, UUID tenant) {
    Optional<Secret> password = find(handle, tenant, FIRST_ADMIN_PASSWORD);
    forget(handle, tenant, FIRST_ADMIN_PASSWORD);
    return password;
  }

  /** All of an erased tenant. */
  void forgetAll(Handle handle, UUID tenant) {
    handle
        .createUpdate("DELETE FROM tenant_secrets WHERE tenant_id = :tenant")
        .bind("tenant", tenant)
        .execute();
  }

  private void keep(Handle handle, UUID tenant, String name, Secret secret) {
    handle
        .createUpdate(
            """
            INSERT INTO tenant_secrets (tenant_id, name, sealed) VALUES (:tenant, :name, :sealed)
            ON CONFLICT (tenant_id, name) DO UPDATE SET sealed = excluded.sealed
            """)
        .bind("tenant", tenant)
        .bind("name", name)
        .bind("sealed", box.seal(secret, place(tenant, name)))
        .execute();
  }

  private static Optional<String> sealed(Handle handle, UUID tenant, String name) {
    return handle
        .createQuery("SELECT sealed FROM tenant_secrets WHERE tenant_id = :tenant AND name = :name")
        .bind("tenant", tenant)
        .bind("name", name)
        .mapTo(String.class)
        .findOne();
  }

  private static void forget(Handle handle, UUID tenant, String name) {
    handle
        .createUpdate("DELETE FROM tenant_secrets WHERE tenant_id = :tenant AND name = :name")
        .bind("tenant", tenant)
        .bind("name", name)
        .execute();
  }

  /** One secret from its sealed text. */
  Secret unsealed(UUID tenant, String name, String sealed) {
    return box.unseal(sealed, place(tenant, name));
  }

  private Optional<Secret> find(Handle handle, UUID tenant, String name) {
    return sealed(handle, tenant, name).map(kept -> unsealed(tenant, name, kept));
  }

  private Secret demand(Handle handle, UUID tenant, String name) {
    return find(handle, tenant, name)
        .orElseThrow(
            () ->
                Fault.of(
                        Fault.Kind.BROKEN,
                        "tenant-secret-missing",
                        "The tenant's " + name + " is not in the store.")
                    .advising("Restore the store from a backup, or adopt the container again."));
  }

  private static String place(UUID tenant, String name) {
    return "tenant/" + tenant + "/" + name;
  }

  /** Where its rows are, for a fresh key. */
  static SealedPlace sealedPlace() {
    return SealedColumn.of(
        "tenants' secrets",
        "tenant_secrets",
        "sealed",
        List.of("tenant_id", "name"),
        row -> place(SealedColumn.id(row, "tenant_id"), row.getString("name")));
  }
}
