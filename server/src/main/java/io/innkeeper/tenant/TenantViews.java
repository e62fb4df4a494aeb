package io.innkeeper.tenant;

import io.innkeeper.client.TenantPlanView;
import io.innkeeper.client.TenantView;
import io.innkeeper.job.Job;
import io.innkeeper.job.Jobs;
import io.innkeeper.tenant.PlanDifference.Line;
import io.innkeeper.tenant.Tenant.FirstAdmin;
import io.innkeeper.tenant.Tenant.ResolvedImage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * Tenants as API, CLI and console are told of them; extra variables that look like secrets are
 * redacted.
 */
public final class TenantViews {
  private static final String REDACTED = "[redacted]";

  private final Function<UUID, ContainerPlan.Owner> owners;
  private final Jobs jobs;
  private final Function<Tenant, String> addresses;

  TenantViews(
      Function<UUID, ContainerPlan.Owner> owners, Jobs jobs, Function<Tenant, String> addresses) {
    this.owners = owners;
    this.addresses = addresses;
    this.jobs = jobs;
  }

  public TenantView of(Tenant tenant) {
    ContainerPlan.Owner owner = owners.apply(tenant.organisation());
    TenantSpec spec = tenant.spec();
    return new TenantView(
        tenant.id(),
        tenant.slug().value(),
        spec.displayName(),
        owner.slug(),
        owner.name(),
        spec.image().toString(),
        tenant.image().map(ResolvedImage::id).orElse(null),
        tenant
            .image()
            .map(ResolvedImage::appVersion)
            .filter(version -> !version.isEmpty())
            .orElse(null),
        spec.hostname().orElse(null),
        spec.memoryBytes(),
        spec.cores(),
        shown(spec.environment()),
        spec.kind().word(),
        spec.outside(),
        tenant.wanted().word(),
        tenant.condition().state().word(),
        tenant.condition().reason(),
        tenant.condition().since(),
        addresses.apply(tenant),
        tenant.place().port(),
        tenant.firstAdmin().map(FirstAdmin::email).orElse(null),
        jobs.running(tenant.subject()).map(Job::id).orElse(null),
        tenant.openedAt(),
        tenant.openedBy(),
        tenant.version());
  }

  static List<TenantPlanView.Difference> differences(List<Line> lines) {
    return lines.stream()
        .map(
            line ->
                new TenantPlanView.Difference(
                    line.change().name().toLowerCase(Locale.ROOT),
                    line.setting(),
                    line.now(),
                    line.after()))
        .toList();
  }

  private static Map<String, String> shown(Map<String, String> environment) {
    Map<String, String> shown = new TreeMap<>();
    environment.forEach(
        (name, value) -> shown.put(name, PlanDifference.secret(name) ? REDACTED : value));
    return shown;
  }
}
