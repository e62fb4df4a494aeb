package io.innkeeper.console;

import io.innkeeper.console.view.Listing;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenant.State;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * In which order a list of tenants stands: by itself what needs attention comes first, then by
 * name.
 */
final class TenantOrder {
  private TenantOrder() {}

  static Comparator<Tenant> of(String sort, Map<UUID, Organisation> owners) {
    String word = sort.startsWith("-") ? sort.substring(1) : sort;
    Comparator<Tenant> order =
        switch (word) {
          case "name" -> byName();
          case "organisation" -> Comparator.comparing(tenant -> owner(tenant, owners), collator());
          case "version" -> Comparator.comparing(TenantFilter::version);
          case "memory" -> Comparator.comparingLong(tenant -> tenant.spec().memoryBytes());
          case "since" -> Comparator.comparing(tenant -> tenant.condition().since());
          case "state" -> Comparator.comparingInt(TenantOrder::rank).reversed();
          default -> Comparator.comparingInt(TenantOrder::rank);
        };
    return (sort.startsWith("-") ? order.reversed() : order).thenComparing(byName());
  }

  /**
   * @param month how the month's costs are headed
   */
  static List<Listing.Column> columns(Address address, String month) {
    boolean best = address.get("sort").equals("state");
    boolean worst = address.get("sort").isEmpty();
    String state = best ? "ascending" : worst ? "descending" : "";
    return List.of(
        address.column("Tenant", "name", ""),
        new Listing.Column("Address", "", "", "r2"),
        new Listing.Column(
            "State", address.with("sort", worst ? "state" : "").toString(), state, "col-state"),
        address.column("Version", "version", "r3"),
        address.column("Memory, GiB", "memory", "num r2"),
        new Listing.Column(month, "", "", "num r2"),
        new Listing.Column("Last call", "", "", "num r2"));
  }

  /** A last column for what can be done to each. */
  static List<Listing.Column> withVerbs(List<Listing.Column> columns) {
    return Stream.concat(columns.stream(), Stream.of(new Listing.Column("", "", "", "does")))
        .toList();
  }

  private static int rank(Tenant tenant) {
    State state = tenant.condition().state();
    return switch (state) {
      case FAILED -> 0;
      case DEGRADED -> 1;
      case UNKNOWN -> 2;
      case STARTING, UPDATING -> 3;
      case HEALTHY, STOPPED -> 4;
      case REMOVED, ERASED -> 5;
    };
  }

  private static String owner(Tenant tenant, Map<UUID, Organisation> owners) {
    Organisation owner = owners.get(tenant.organisation());
    return owner == null ? "" : owner.name();
  }

  private static Comparator<Tenant> byName() {
    return Comparator.comparing(tenant -> tenant.spec().displayName(), collator());
  }

  private static Comparator<? super String> collator() {
    return Collator.getInstance(Locale.ROOT)::compare;
  }
}
