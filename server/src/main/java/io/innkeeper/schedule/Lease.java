package io.innkeeper.schedule;

import io.innkeeper.store.Database;
import io.innkeeper.store.Holder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * The right to run what is due. Each holder has an epoch of its own; a write that holds the lease
 * first can't come from one who has been overtaken.
 */
public final class Lease {
  /** How long a lease lives that nobody renews. */
  static final Duration KEPT = Duration.ofSeconds(60);

  private final Database database;
  private final Clock clock;
  private final String name;
  private final String holder;
  private final long epoch;
  private volatile Instant until;

  private Lease(
      Database database, Clock clock, String name, String holder, long epoch, Instant until) {
    this.database = database;
    this.clock = clock;
    this.name = name;
    this.holder = holder;
    this.epoch = epoch;
    this.until = until;
  }

  private record Row(String holder, long epoch, Instant until) {}

  /** Takes it if it is free: never held, given back, run out, or its holder has died. */
  static Optional<Lease> take(Database database, Clock clock, String name, String holder) {
    Optional<Row> seen = database.read(handle -> row(handle, name));
    Instant now = clock.instant();
    if (seen.isPresent() && !free(seen.get(), now)) return Optional.empty();
    long epoch = seen.map(Row::epoch).orElse(0L) + 1;
    Instant until = now.plus(KEPT);
    int taken =
        database.write(
            handle ->
                handle
                    .createUpdate(
                        """
                        insert into lease (name, holder, epoch, expires_at)
                        values (:name, :holder, :epoch, :until)
                        on conflict (name) do update
                        set holder = :holder, epoch = :epoch, expires_at = :until
                        where lease.epoch = :epoch - 1
                        """)
                    .bind("name", name)
                    .bind("holder", holder)
                    .bind("epoch", epoch)
                    .bind("until", until)
                    .execute());
    if (taken == 0) return Optional.empty();
    return Optional.of(new Lease(database, clock, name, holder, epoch, until));
  }

  /** Makes sure in the caller's transaction that the lease is still ours until its commit. */
  public void hold(Handle handle) {
    // On PostgreSQL this also holds the row until the commit, on SQLite there is one writer anyway.
    if (update(handle, "epoch = epoch").execute() == 0) throw new LeaseLost(name);
  }

  /** Lives on; false when another has it. */
  boolean renew() {
    Instant now = clock.instant();
    if (until.isAfter(now.plus(KEPT.dividedBy(3).multipliedBy(2)))) return true;
    Instant next = now.plus(KEPT);
    if (database.write(handle -> expire(handle, next)) == 0) return false;
    until = next;
    return true;
  }

  /** Whether others may take it already. */
  boolean ranOut() {
    return !until.isAfter(clock.instant());
  }

  /** Gives it back, so that whoever looks next has it at once. */
  void release() {
    database.write(handle -> expire(handle, Instant.EPOCH));
  }

  private int expire(Handle handle, Instant at) {
    return update(handle, "expires_at = :at").bind("at", at).execute();
  }

  private Update update(Handle handle, String change) {
    return handle
        .createUpdate(
            "update lease set "
                + change
                + " where name = :name and holder = :holder and epoch = :epoch")
        .bind("name", name)
        .bind("holder", holder)
        .bind("epoch", epoch);
  }

  private static boolean free(Row row, Instant now) {
    return !row.until().isAfter(now) || Holder.gone(row.holder());
  }

  private static Optional<Row> row(Handle handle, String name) {
    return handle
        .createQuery("select holder, epoch, expires_at from lease where name = :name")
        .bind("name", name)
        .map(
            (row, context) ->
                new Row(
                    row.getString("holder"),
                    row.getLong("epoch"),
                    Instant.ofEpochMilli(row.getLong("expires_at"))))
        .findOne();
  }
}
