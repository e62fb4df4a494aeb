package io.innkeeper.tenant;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The rooms that take part in tenants' lives, in the order in which they were registered. */
final class Companions {
  private final List<Companion> all = new CopyOnWriteArrayList<>();

  void add(Companion companion) {
    all.add(companion);
  }

  List<Companion> all() {
    return all;
  }

  /** Refuses a newcomer that contradicts what one of them holds. */
  void checkNew(TenantSpec wanted) {
    all.forEach(one -> one.checkNew(wanted));
  }

  /** Where people open a tenant. */
  String address(Tenant tenant) {
    return all.stream()
        .flatMap(one -> one.publicUrl(tenant).stream())
        .findFirst()
        .map(URI::toString)
        .orElseGet(tenant::address);
  }

  PlanAdditions additions(Tenant tenant) {
    return all.stream()
        .map(one -> one.adds(tenant))
        .reduce(PlanAdditions.NONE, PlanAdditions::plus)
        .openedAt(URI.create(address(tenant)));
  }
}
