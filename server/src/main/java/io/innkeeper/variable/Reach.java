package io.innkeeper.variable;

import io.innkeeper.fault.Fault;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenant.State;
import io.innkeeper.tenant.Tenant.Wanted;
import io.innkeeper.tenant.TenantSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Which tenants a change of an outer layer reaches, and in what order. */
final class Reach {
  private final Supplier<List<Tenant>> tenants;
  private final Function<UUID, Set<String>> organisationNames;

  /**
   * @param organisationNames what an organisation's layer gives, by name
   */
  Reach(Supplier<List<Tenant>> tenants, Function<UUID, Set<String>> organisationNames) {
    this.tenants = tenants;
    this.organisationNames = organisationNames;
  }

  /** A tenant that gets other values, and of which names. */
  record Reached(Tenant tenant, Set<String> names) {
    boolean running() {
      return follows(tenant);
    }
  }

  /** Whether a tenant gets new values now: one that failed before waits for a person anyway. */
  static boolean follows(Tenant tenant) {
    return tenant.wanted() == Wanted.RUNNING && tenant.condition().state() != State.FAILED;
  }

  /**
   * Those whose values differ afterwards: named ones first, then staging, then by slug.
   *
   * @throws Fault INVALID for a first one that the change doesn't reach
   */
  List<Reached> of(Layer layer, Set<String> names, List<String> first) {
    List<Reached> reached =
        tenants.get().stream()
            .filter(tenant -> within(layer, tenant))
            .map(tenant -> new Reached(tenant, open(layer, names, tenant)))
            .filter(one -> !one.names().isEmpty())
            .toList();
    for (String slug : first) {
      if (reached.stream().noneMatch(one -> slug(one).equals(slug)))
        throw Fault.invalidField(
            "first", "canary-not-reached", "This change doesn’t reach a tenant “" + slug + "”.");
    }
    List<Reached> ordered = new ArrayList<>(reached);
    ordered.sort(
        Comparator.comparing((Reached one) -> rank(one, first))
            .thenComparing(one -> one.tenant().spec().kind() != TenantSpec.Kind.STAGING)
            .thenComparing(Reach::slug));
    return List.copyOf(ordered);
  }

  private static int rank(Reached one, List<String> first) {
    int place = first.indexOf(slug(one));
    return place < 0 ? first.size() : place;
  }

  private static boolean within(Layer layer, Tenant tenant) {
    return layer.owner().isEmpty() || layer.owner().get().equals(tenant.organisation());
  }

  /** The names that no inner layer covers. */
  private Set<String> open(Layer layer, Set<String> names, Tenant tenant) {
    Set<String> open = new HashSet<>(names);
    open.removeAll(tenant.spec().environment().keySet());
    if (layer.kind() == Layer.Kind.SERVER)
      open.removeAll(organisationNames.apply(tenant.organisation()));
    return Set.copyOf(open);
  }

  private static String slug(Reached one) {
    return one.tenant().slug().value();
  }
}
