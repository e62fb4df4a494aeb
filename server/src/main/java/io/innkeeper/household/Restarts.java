package io.innkeeper.household;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.store.Database;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starting the server again, asked for by a person. Thread-safe. */
public final class Restarts {
  /** So that whoever asked hears that it will be done, and their browser has what it waits with. */
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private final Database database;
  private final AuditTrail audit;
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile Optional<Again> again = Optional.empty();

  /** How this process starts anew; only who started it knows. */
  public interface Again {
    /**
     * Looks whether the next start can succeed.
     *
     * @throws Fault saying what is in its way
     */
    void prove();

    /** Stops as on SIGTERM and starts anew; comes back only when that failed. */
    void begin();
  }

  Restarts(Database database, AuditTrail audit) {
    this.database = database;
    this.audit = audit;
  }

  /** Makes it possible, once the server has started. */
  public void by(Again how) {
    again = Optional.of(how);
  }

  /** Whether it can be asked for. */
  public boolean possible() {
    return again.isPresent();
  }

  /**
   * Starts again in a moment; asked once more meanwhile, it is done once.
   *
   * @throws Fault CONFLICT when this process can't, or when the next start would fail
   */
  public void order(Actor by) {
    Again how =
        again.orElseThrow(
            () ->
                Fault.conflict(
                        "restart-impossible",
                        "This server can't start itself again: it isn't a process of its own.")
                    .advising("Stop it and start it where it was started."));
    how.prove();
    if (!begun.compareAndSet(false, true)) return;
    boolean audited = false;
    try {
      database.change(
          handle -> audit.record(handle, AuditEvent.done(by, "server.restart", "server")));
      audited = true;
    } finally {
      if (!audited) begun.set(false);
    }
    Thread.ofPlatform().name("start-again").start(() -> soon(how));
  }

  private static void soon(Again how) {
    try {
      Thread.sleep(A_MOMENT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    how.begin();
  }
}
