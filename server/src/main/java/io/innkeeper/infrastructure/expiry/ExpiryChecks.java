package io.innkeeper.infrastructure.expiry;

import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.Environments;
import io.innkeeper.infrastructure.sync.Syncs;
import io.innkeeper.job.Job;
import io.innkeeper.job.Jobs;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Orders looks at when passwords end: by itself when they are due, or now. Thread-safe. */
public final class ExpiryChecks {
  static final String KIND = "environment.expiry";
  private final Database database;
  private final Environments environments;
  private final Jobs jobs;
  private final Clock clock;
  private final Duration every;
  private final ExpiryStore store = new ExpiryStore();

  ExpiryChecks(
      Database database, Environments environments, Jobs jobs, Clock clock, Duration every) {
    this.database = database;
    this.environments = environments;
    this.jobs = jobs;
    this.clock = clock;
    this.every = every;
  }

  /**
   * Looks now. While a look runs already, that one is answered.
   *
   * @throws Fault CONFLICT without an SDDC Manager, or while something else works on it
   */
  public Job order(UUID id, Actor by) {
    Environment environment = Readable.demand(environments.get(id));
    return Readable.ordered(
        jobs,
        database,
        handle -> environments.demandLiving(handle, id),
        new Job.Order(
            KIND,
            "Looking when passwords of " + environment.name() + " end",
            Syncs.subject(id),
            LookWork.input(id),
            by));
  }

  /**
   * Orders a look at every environment whose time has come, each a job of its own.
   *
   * @return what it did, a sentence; empty if nothing was due
   */
  public String due() {
    int ordered = 0;
    for (UUID id : database.read(handle -> store.due(handle, clock.instant(), every))) {
      try {
        Job _ = order(id, Actor.innkeeper("environment-expiries"));
        ordered++;
      } catch (Fault e) {
        // Something else works on it, or it has just been changed: it stays due.
        if (e.kind() != Fault.Kind.CONFLICT && e.kind() != Fault.Kind.NOT_FOUND) throw e;
      }
    }
    return ordered == 0 ? "" : "Looking when passwords of " + ordered + " environments end.";
  }

  /** How often each is looked at that says nothing itself; zero for never. */
  public Duration usual() {
    return every;
  }

  /** How the last look went. */
  public ExpiryCheck last(UUID environment) {
    return database
        .read(handle -> store.of(handle, environment))
        .orElseGet(() -> ExpiryCheck.none(environment));
  }
}
