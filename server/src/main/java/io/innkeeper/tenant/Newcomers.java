package io.innkeeper.tenant;

import io.innkeeper.caller.Actor;
import io.innkeeper.store.Ids;
import io.innkeeper.tenant.Tenant.Condition;
import io.innkeeper.tenant.Tenant.State;
import io.innkeeper.tenant.Tenant.Wanted;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Tenants as they begin: with an id and a place of their own, wanted to run, not yet anywhere. */
final class Newcomers {
  private final Places places;
  private final Ids ids;
  private final Clock clock;

  Newcomers(Places places, Ids ids, Clock clock) {
    this.places = places;
    this.ids = ids;
    this.clock = clock;
  }

  Tenant of(Handle handle, UUID organisation, TenantInput.Asked asked, Actor by) {
    return new Tenant(
        ids.next(),
        organisation,
        asked.slug(),
        asked.spec(),
        Optional.empty(),
        Wanted.RUNNING,
        places.next(handle),
        new Condition(State.STARTING, "", clock.instant(), 0, Optional.empty()),
        asked.firstAdmin(),
        clock.instant(),
        by.name(),
        1);
  }
}
