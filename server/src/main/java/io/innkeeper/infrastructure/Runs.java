package io.innkeeper.infrastructure;

import io.innkeeper.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Syncs that were, as people look at them. Thread-safe. */
public final class Runs {
  private static final Duration KEPT = Duration.ofDays(180);

  private final Database database;
  private final Clock clock;
  private final RunStore store = new RunStore();

  public Runs(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Those of an environment, the latest first.
   *
   * @param before only those before this one
   */
  public List<SyncRun> of(UUID environment, Optional<UUID> before, int limit) {
    return database.read(handle -> store.of(handle, environment, before, limit));
  }

  public long count(UUID environment) {
    return database.read(handle -> store.count(handle, environment));
  }

  /** Forgets old ones; what they brought stays. */
  public String forgetOld() {
    Instant limit = clock.instant().minus(KEPT);
    int gone = database.write(handle -> store.forget(handle, limit));
    return gone == 0 ? "" : gone + " old syncs were forgotten.";
  }
}
