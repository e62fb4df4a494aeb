package io.innkeeper.doctor;

import io.innkeeper.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Checks that every tenant is what it should be. */
public final class TenantChecks {
  private TenantChecks() {}

  /** One finding per tenant that isn't well, and one for all that are. */
  public static Check tenants(Supplier<List<Tenant>> tenants) {
    return new NamedCheck(
        "tenants",
        () -> {
          List<Finding> findings = new ArrayList<>();
          int well = 0;
          for (Tenant tenant : tenants.get())
            switch (tenant.condition().state()) {
              case HEALTHY, STOPPED, STARTING, UPDATING, REMOVED, ERASED -> well++;
              case UNKNOWN -> findings.add(unwell(tenant, false));
              case DEGRADED, FAILED -> findings.add(unwell(tenant, true));
            }
          if (findings.isEmpty()) findings.add(well(well));
          return findings;
        });
  }

  private static Finding well(int count) {
    return Finding.ok(
        "tenants",
        switch (count) {
          case 0 -> "No tenant is open.";
          case 1 -> "The one tenant is as it should be.";
          default -> "All " + count + " tenants are as they should be.";
        });
  }

  private static Finding unwell(Tenant tenant, boolean bad) {
    String what =
        "Tenant "
            + tenant.slug()
            + " is "
            + tenant.condition().state().word()
            + ": "
            + tenant.condition().reason();
    String meaning =
        bad
            ? "Its users may not reach it. Its log tells why; then start it again."
            : "Its users may well reach it; its state is known as soon as the engine answers.";
    String command =
        bad
            ? "innkeeper tenant logs %1$s; innkeeper tenant start %1$s".formatted(tenant.slug())
            : "innkeeper tenant show " + tenant.slug();
    return bad
        ? Finding.bad("tenants", what, meaning, command)
        : Finding.warn("tenants", what, meaning, command);
  }
}
