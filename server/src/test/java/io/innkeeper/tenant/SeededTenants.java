package io.innkeeper.tenant;

import io.innkeeper.engine.ImageReference;
import io.innkeeper.openwebui.Passwords;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Home;
import io.innkeeper.store.Ids;
import io.innkeeper.store.Migrations;
import java.io.File;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Puts stopped tenants without containers into the store of a home, ten to an organisation, for
 * measuring: {@code SeededTenants HOME COUNT}. The server of that home must not be running.
 */
public final class SeededTenants {
  private static final int PER_ORGANISATION = 10;
  private static final Clock CLOCK = Clock.systemUTC();

  private final Ids ids = new Ids(CLOCK);
  private final Instant now = CLOCK.instant();
  private final TenantStore store;
  private final TenantSecrets secrets;

  private SeededTenants(SecretBox box) {
    this.store = new TenantStore(box);
    this.secrets = new TenantSecrets(box, new Passwords(new SecureRandom()));
  }

  public static void main(String[] words) {
    Home home = new Home(Path.of(words[0]));
    int count = Integer.parseInt(words[1]);
    SeededTenants seeded = new SeededTenants(SecretBox.open(home.masterKey()));
    try (Database database = Database.sqlite(home.sqliteFile())) {
      new Migrations(database).apply();
      database.change(handle -> seeded.fill(handle, count));
    }
  }

  /** The same into an open store, with an earlier state of each and its app's settings kept. */
  public static void in(Database database, SecretBox box, ContainerPlan.Host host, int count) {
    SeededTenants seeded = new SeededTenants(box);
    database.change(handle -> seeded.fill(handle, count));
    for (Tenant tenant : database.read(seeded.store::all)) {
      database.change(handle -> new TenantVersions(box).keep(handle, tenant));
      new File(ContainerPlan.dataDirectory(tenant, host).toString()).mkdirs();
      new SettingsBefore(box, host).keep(tenant, Map.of("key", "of " + tenant.slug()));
    }
  }

  /** One tenant's row alone; answers its id. */
  public static UUID one(Database database, SecretBox box, UUID organisation) {
    SeededTenants seeded = new SeededTenants(box);
    Tenant tenant = seeded.tenant(organisation, 0);
    database.change(handle -> seeded.store.insert(handle, tenant));
    return tenant.id();
  }

  /** What tenants' rooms seal, without a room. */
  public static List<SealedPlace> sealedPlaces(SecretBox box, ContainerPlan.Host host) {
    return TenantRoom.sealedPlaces(new SettingsBefore(box, host));
  }

  private void fill(Handle handle, int count) {
    UUID organisation = ids.next();
    for (int number = 0; number < count; number++) {
      if (number % PER_ORGANISATION == 0) organisation = organisation(handle, number);
      Tenant tenant = tenant(organisation, number);
      store.insert(handle, tenant);
      secrets.make(handle, tenant.id(), tenant.slug());
    }
  }

  private UUID organisation(Handle handle, int number) {
    UUID id = ids.next();
    handle
        .createUpdate(
            """
            INSERT INTO organisations
              (id, slug, external_id, name, time_zone, currency, markup, state, created_at, version)
            VALUES (:id, :slug, :slug, :name, 'Europe/Warsaw', 'PLN', '1.3', 'active', :now, 1)
            """)
        .bind("id", id)
        .bind("slug", "client-" + number)
        .bind("name", "Client " + number)
        .bind("now", now)
        .execute();
    return id;
  }

  private Tenant tenant(UUID organisation, int number) {
    return new Tenant(
        ids.next(),
        organisation,
        TenantSlug.parse("workspace-" + number),
        spec(number),
        Optional.of(new Tenant.ResolvedImage("sha256:" + "0".repeat(64), Optional.empty(), "1")),
        Tenant.Wanted.STOPPED,
        new Tenant.Place(
            20_000 + number, "10.99.%d.%d/28".formatted(number / 16, number % 16 * 16), "seed"),
        new Tenant.Condition(Tenant.State.STOPPED, "", now, 0, Optional.empty()),
        Optional.of(new Tenant.FirstAdmin("admin@client-" + number + ".example", "First Admin")),
        now,
        "seed",
        1);
  }

  private static TenantSpec spec(int number) {
    return new TenantSpec(
        "Workspace " + number,
        ImageReference.parse("innkeeper/stand-in:1"),
        Optional.empty(),
        1L << 30,
        BigDecimal.ONE,
        Map.of(),
        TenantSpec.Kind.PRODUCTION,
        false);
  }
}
