package io.innkeeper.variable;

import io.innkeeper.caller.Actor;
import io.innkeeper.client.TenantChange;
import io.innkeeper.fault.Fault;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantInput;
import io.innkeeper.tenant.TenantRoom;
import io.innkeeper.tenant.TenantSpec;
import io.innkeeper.tenant.Tenants;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The innermost layer: a tenant's own variables, which are a part of what is wanted of it and go
 * back with it when a change fails.
 */
public final class OwnVariables {
  private final TenantRoom tenants;
  private final Layers layers;
  private final Variables variables;

  OwnVariables(TenantRoom tenants, Layers layers, Variables variables) {
    this.tenants = tenants;
    this.layers = layers;
    this.variables = variables;
  }

  /** What it has, and a wish without what is so already. */
  public Wish left(Tenant tenant, Wish wish) {
    Wish left = wish.against(tenant.spec().environment());
    tenants.tenants().check(tenant, wanted(tenant, left), wish.dataMoved());
    return left;
  }

  public Tenants.Ordered change(Tenant tenant, Wish wish, long seen, Actor by) {
    TenantSpec wanted = wanted(tenant, wish.against(tenant.spec().environment()));
    return tenants.tenants().change(tenant.id(), wanted, wish.dataMoved(), seen, by);
  }

  /** A value that the tenant gets, in the clear; the audit line is written first. */
  public String reveal(Tenant tenant, String name, Actor by) {
    variables.revealed("tenant " + tenant.slug(), name, by);
    return Optional.ofNullable(all(tenant).get(name))
        .orElseThrow(() -> Fault.notFound("no-such-variable", name + " is not set here."));
  }

  /** All that it gets, by name; secrets in the clear. */
  Map<String, String> all(Tenant tenant) {
    Map<String, String> all = new LinkedHashMap<>();
    layers.placed(tenant).forEach(one -> all.put(one.given().name(), one.given().value()));
    return all;
  }

  private TenantSpec wanted(Tenant tenant, Wish wish) {
    Map<String, String> after = wish.on(tenant.spec().environment());
    TenantChange change = new TenantChange(null, null, null, null, null, after, null, null);
    return new TenantInput(tenants.settings()).changed(tenant.spec(), change);
  }
}
