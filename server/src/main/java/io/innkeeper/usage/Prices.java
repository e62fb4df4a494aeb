package io.innkeeper.usage;

import io.innkeeper.fault.Fault;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The prices that calls are held and estimated by: read from the upstream now and then, kept in the
 * store with their history, so that they outlive the upstream's silence. Thread-safe.
 */
public final class Prices {
  private static final Logger log = LoggerFactory.getLogger(Prices.class);

  /** How long another process's refresh may stay unseen. */
  private static final Duration UNSEEN = Duration.ofSeconds(10);

  private final Database database;
  private final PriceSource source;
  private final Clock clock;
  private final PriceRows rows = new PriceRows();
  private volatile Kept kept = new Kept(PriceList.EMPTY, -1, Instant.MIN);

  private record Kept(PriceList list, long version, Instant seen) {}

  public Prices(Database database, PriceSource source, Clock clock) {
    this.database = database;
    this.source = source;
    this.clock = clock;
  }

  /** The prices in force, as last stored by whichever process. */
  public PriceList list() {
    Kept now = kept;
    Instant at = clock.instant();
    if (now.seen.isAfter(at.minus(UNSEEN))) return now.list;
    long version = database.read(rows::version);
    PriceList list =
        version == now.version ? now.list : new PriceList(database.read(rows::current));
    kept = new Kept(list, version, at);
    return list;
  }

  /** The price that a model had at some time; empty if it wasn't known then. */
  public Optional<ModelPrice> at(String model, Instant at) {
    return database.read(handle -> rows.at(handle, model, at));
  }

  /** How fresh they are. */
  public PriceAge age() {
    return database.read(rows::age);
  }

  /**
   * Refreshes them unless the last reading is younger; two at once read them once.
   *
   * @throws Fault why they can't be had
   */
  public synchronized void refreshIfOlderThan(Duration most) {
    Instant limit = clock.instant().minus(most);
    if (age().asOf().filter(limit::isBefore).isEmpty()) refresh();
  }

  /**
   * Reads the upstream's prices and stores what changed. When they can't be had, the last good ones
   * stay in force and the reason is kept.
   *
   * @throws Fault why they can't be had
   */
  public void refresh() {
    Instant now = clock.instant();
    PriceReading fresh;
    try {
      fresh = source.models();
    } catch (Fault fault) {
      database.change(handle -> rows.failed(handle, now, fault.said()));
      throw fault;
    }
    int changed = database.write(handle -> rows.replace(handle, fresh, now));
    kept = new Kept(kept.list, kept.version, Instant.MIN);
    if (changed > 0) log.info("Prices of {} models are new or have changed", changed);
    if (!fresh.unread().isEmpty())
      log.warn("Prices that are listed can't be read; the last ones stay: {}", fresh.unread());
  }
}
