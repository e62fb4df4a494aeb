package io.innkeeper.tenant;

import io.innkeeper.fault.Fault;
import io.innkeeper.tenant.Tenant.Wanted;
import java.util.List;

/** Why a verb on a tenant does not act, in words. */
final class TenantRefusals {
  private static final int LONGEST_REASON = 200;

  private TenantRefusals() {}

  static void refuseUnless(Tenant tenant, Wanted wanted) {
    if (tenant.wanted() == wanted) return;
    throw Fault.conflict(
            "tenant-" + tenant.wanted().word(),
            tenant.slug() + " is " + tenant.wanted().word() + ".")
        .advising("Start it first.");
  }

  static void refuseChangedMeanwhile(Tenant now, TenantSpec wanted, long seen) {
    if (now.version() == seen) return;
    throw Fault.conflict(
            "changed-meanwhile",
            "%s was changed meanwhile: you saw version %d, it is at %d."
                .formatted(now.slug(), seen, now.version()))
        .advising("Compare both values, then send your change with the new version.")
        .with("version", now.version())
        .with("current", now.spec().facts())
        .with("yours", wanted.facts());
  }

  static void refuseTaken(Tenant holder) {
    String what =
        holder.wanted() == Wanted.REMOVED
            ? "a removed tenant, whose data is kept"
            : "another tenant";
    throw Fault.conflict("slug-taken", "The slug " + holder.slug() + " belongs to " + what + ".")
        .advising(
            "Choose another slug, for example " + TenantSlug.suggest(holder.slug() + "-2") + ".")
        .about(List.of(new Fault.Field("slug", "Taken by " + what + ".")));
  }

  static Fault notThere() {
    return Fault.notFound("no-such-tenant", "There is no such tenant.");
  }

  /** A reason stands in a line. */
  static void refuseLong(String why) {
    if (why.strip().length() <= LONGEST_REASON && why.chars().noneMatch(Character::isISOControl))
      return;
    throw Fault.invalidField(
        "reason", "reason-long", "At most " + LONGEST_REASON + " characters, on one line.");
  }
}
