package io.innkeeper.organisation;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.organisation.Organisation.State;
import io.innkeeper.organisation.Organisation.Suspension;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Whether organisations are served: each change of it is written with its audit line. */
final class Standing {
  private final OrganisationStore store;
  private final AuditTrail audit;
  private final Clock clock;

  Standing(OrganisationStore store, AuditTrail audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  Organisation suspend(Handle handle, Organisation now, String reason, Actor by) {
    refuseUnless(now, State.ACTIVE);
    Suspension suspension = new Suspension(reason.strip(), clock.instant(), by.name());
    return write(
        handle,
        now,
        State.SUSPENDED,
        Optional.of(suspension),
        done(by, "organisation.suspend", now).noting(reason.strip()));
  }

  Organisation resume(Handle handle, Organisation now, Actor by) {
    refuseUnless(now, State.SUSPENDED);
    return write(handle, now, State.ACTIVE, Optional.empty(), done(by, "organisation.resume", now));
  }

  /** Closing a closed one changes nothing. */
  Organisation close(Handle handle, Organisation now, long tenants, Actor by) {
    if (now.state() == State.CLOSED) return now;
    if (tenants > 0) {
      throw Fault.conflict(
              "organisation-has-tenants",
              "%s still has %d tenants, so it stays open.".formatted(now.name(), tenants))
          .advising("Erase them first.");
    }
    return write(handle, now, State.CLOSED, Optional.empty(), done(by, "organisation.close", now));
  }

  static void refuseUnless(Organisation organisation, State state) {
    if (organisation.state() == state) return;
    throw Fault.conflict(
        "organisation-" + organisation.state().word(),
        organisation.name() + " is " + organisation.state().word() + ".");
  }

  private Organisation write(
      Handle handle,
      Organisation now,
      State state,
      Optional<Suspension> suspension,
      AuditEvent event) {
    store.state(handle, now.id(), state, suspension, clock.instant());
    audit.record(handle, event);
    return store.byId(handle, now.id()).orElseThrow();
  }

  private static AuditEvent done(Actor by, String verb, Organisation organisation) {
    return AuditEvent.done(by, verb, "organisation " + organisation.slug());
  }
}
