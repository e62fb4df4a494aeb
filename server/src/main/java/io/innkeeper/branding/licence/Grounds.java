package io.innkeeper.branding.licence;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.client.Json;
import io.innkeeper.openwebui.Version;
import io.innkeeper.store.Database;
import io.innkeeper.tenant.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What was recorded as allowing tenants' looks, and how that stands now. Thread-safe. */
public final class Grounds {
  private final Database database;
  private final AuditTrail audit;
  private final EndUsers people;
  private final Clock clock;

  public Grounds(Database database, AuditTrail audit, EndUsers people, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.people = people;
    this.clock = clock;
  }

  /** Records a ground over the one before; the audit keeps both. */
  public void record(Tenant tenant, Ground ground, Actor by) {
    database.change(
        handle -> {
          Optional<GroundRow> before = find(handle, tenant.id());
          write(handle, tenant.id(), ground, by);
          audit.record(
              handle,
              AuditEvent.done(by, "brand.ground", "tenant " + tenant.slug())
                  .changing(
                      before.map(row -> facts(row.ground())).orElse(Map.of()), facts(ground)));
        });
  }

  /** Nothing allows another look any more. */
  public void withdraw(Tenant tenant, Actor by) {
    database.change(
        handle -> {
          Optional<GroundRow> before = find(handle, tenant.id());
          if (before.isEmpty()) return;
          handle.execute("delete from brand_grounds where tenant_id = ?", tenant.id());
          audit.record(
              handle,
              AuditEvent.done(by, "brand.ground", "tenant " + tenant.slug())
                  .changing(facts(before.get().ground()), Map.of()));
        });
  }

  public Optional<GroundRow> of(UUID tenant) {
    return database.read(handle -> find(handle, tenant));
  }

  /** People of the last 30 days over all tenants. */
  public EndUserCount endUsers() {
    return people.active(clock.instant());
  }

  public LicenceStanding standing(Tenant tenant) {
    return standing(tenant, of(tenant.id()).map(GroundRow::ground));
  }

  /** The same against a count that is known already. */
  public LicenceStanding standing(Tenant tenant, EndUserCount endUsers) {
    return standing(tenant, of(tenant.id()).map(GroundRow::ground), endUsers);
  }

  /** How a ground would stand if it were recorded. */
  public LicenceStanding standing(Tenant tenant, Optional<Ground> ground) {
    return standing(tenant, ground, endUsers());
  }

  private LicenceStanding standing(Tenant tenant, Optional<Ground> ground, EndUserCount endUsers) {
    Optional<Version> version =
        tenant.image().map(Tenant.ResolvedImage::appVersion).flatMap(Version::parse);
    return LicenceStanding.of(
        ground, endUsers, version, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  private void write(Handle handle, UUID tenant, Ground ground, Actor by) {
    handle
        .createUpdate(
            """
            insert into brand_grounds (tenant_id, ground, reference, users, dated, until_day,
              recorded_at, recorded_by)
            values (:tenant, :ground, :reference, :users, :dated, :until, :at, :by)
            on conflict (tenant_id) do update set ground = excluded.ground,
              reference = excluded.reference, users = excluded.users, dated = excluded.dated,
              until_day = excluded.until_day, recorded_at = excluded.recorded_at,
              recorded_by = excluded.recorded_by
            """)
        .bind("tenant", tenant)
        .bind("ground", ground.kind().word())
        .bind("reference", ground.reference())
        .bind("users", ground.users().orElse(null))
        .bind("dated", ground.dated().map(LocalDate::toString).orElse(null))
        .bind("until", ground.until().map(LocalDate::toString).orElse(null))
        .bind("at", clock.instant())
        .bind("by", by.name())
        .execute();
  }

  private static Optional<GroundRow> find(Handle handle, UUID tenant) {
    return handle
        .createQuery(
            """
            select ground, reference, users, dated, until_day, recorded_at, recorded_by
            from brand_grounds where tenant_id = :tenant
            """)
        .bind("tenant", tenant)
        .map((row, context) -> row(row))
        .findOne();
  }

  private static GroundRow row(ResultSet row) throws SQLException {
    int users = row.getInt("users");
    boolean unnumbered = row.wasNull();
    return new GroundRow(
        new Ground(
            Ground.Kind.valueOf(row.getString("ground").toUpperCase(Locale.ROOT)),
            row.getString("reference"),
            unnumbered ? Optional.empty() : Optional.of(users),
            Optional.ofNullable(row.getString("dated")).map(LocalDate::parse),
            Optional.ofNullable(row.getString("until_day")).map(LocalDate::parse)),
        Instant.ofEpochMilli(row.getLong("recorded_at")),
        row.getString("recorded_by"));
  }

  private static Map<String, Object> facts(Ground ground) {
    Map<String, Object> facts = new LinkedHashMap<>();
    Map<?, ?> spec = Json.LENIENT.convertValue(ground.spec(), Map.class);
    spec.forEach((name, value) -> facts.put(String.valueOf(name), String.valueOf(value)));
    return facts;
  }
}
