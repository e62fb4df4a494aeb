package io.innkeeper.console;

import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.TenantListView;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenant.State;
import io.innkeeper.tenant.TenantRoom;
import io.innkeeper.tenant.TenantSpec;
import java.util.List;
import java.util.Locale;

/** Tenants as rows of a list. */
final class TenantRows {
  private static final double GIB = 1L << 30;

  private final TenantRoom tenants;
  private final Moments moments;

  TenantRows(TenantRoom tenants, Moments moments) {
    this.tenants = tenants;
    this.moments = moments;
  }

  /** One tenant of an organisation; memory as it was read within the last minute. */
  TenantListView.Row row(Tenant tenant, Organisation owner) {
    TenantSpec spec = tenant.spec();
    State state = tenant.condition().state();
    return new TenantListView.Row(
        tenant.slug().value(),
        spec.displayName(),
        "/tenants/" + tenant.slug(),
        spec.kind() == TenantSpec.Kind.STAGING,
        owner.name(),
        tenants.address(tenant).replaceFirst("^https?://", ""),
        Windows.of(state),
        tenant.image().map(Tenant.ResolvedImage::appVersion).orElse(""),
        up(state) ? memory(tenant) : "—",
        gib(spec.memoryBytes()),
        moments.ago(tenant.condition().since()),
        TenantListView.Use.NONE,
        quiet(state) ? Sentence.NONE : Sentence.of(tenant.condition().reason()),
        List.of());
  }

  private String memory(Tenant tenant) {
    return tenants.figures().latest(tenant.id()).map(point -> gib(point.memoryBytes())).orElse("—");
  }

  private static boolean up(State state) {
    return state == State.HEALTHY || state == State.UPDATING || state == State.DEGRADED;
  }

  private static boolean quiet(State state) {
    return state == State.HEALTHY || state == State.REMOVED;
  }

  private static String gib(long bytes) {
    return String.format(Locale.ROOT, "%.2f", bytes / GIB).replaceFirst("0$", "");
  }
}
