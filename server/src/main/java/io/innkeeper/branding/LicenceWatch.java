package io.innkeeper.branding;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.branding.licence.EndUserCount;
import io.innkeeper.branding.licence.Grounds;
import io.innkeeper.branding.licence.LicenceStanding;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.store.Database;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenant.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Looks daily at what tenants' looks rest on. A ground that no longer holds is told; whether the
 * upstream's look is restored by itself is a setting.
 */
public final class LicenceWatch {
  private static final Actor BY = Actor.innkeeper("licence");

  private final Database database;
  private final AuditTrail audit;
  private final Grounds grounds;
  private final Brands brands;
  private final BrandSettings settings;
  private final Supplier<List<Tenant>> tenants;
  private final BrandStore store = new BrandStore();

  LicenceWatch(
      Database database,
      AuditTrail audit,
      Grounds grounds,
      Brands brands,
      BrandSettings settings,
      Supplier<List<Tenant>> tenants) {
    this.database = database;
    this.audit = audit;
    this.grounds = grounds;
    this.brands = brands;
    this.settings = settings;
    this.tenants = tenants;
  }

  /** How one tenant's look stands. */
  public record Watched(Tenant tenant, LicenceStanding standing) {}

  /** The tenants whose look is laid over the app, each with what it rests on. */
  public List<Watched> looks() {
    List<UUID> with = database.read(store::withLook);
    if (with.isEmpty()) return List.of();
    EndUserCount endUsers = grounds.endUsers();
    return tenants.get().stream()
        .filter(one -> with.contains(one.id()) && one.wanted() != Wanted.ERASED)
        .map(one -> new Watched(one, grounds.standing(one, endUsers)))
        .toList();
  }

  /** One pass; what can't be changed now, because a job runs, is for the next. */
  public String look() {
    List<String> said = new ArrayList<>();
    for (Watched one : looks()) {
      LicenceStanding standing = one.standing();
      if (!standing.decisionNeeded() && !standing.near()) continue;
      said.add(one.tenant().slug() + ": " + standing.said());
      if (!standing.holds() && settings.restoreUpstreamLook()) restore(one);
    }
    return said.isEmpty() ? "Every look rests on a ground that holds." : String.join(" ", said);
  }

  private void restore(Watched one) {
    try {
      brands.decide(one.tenant(), "brand.restore", BY);
    } catch (Fault busy) {
      audit.refuse(
          AuditEvent.refused(BY, "brand.restore", "tenant " + one.tenant().slug(), busy.said()));
    }
  }
}
