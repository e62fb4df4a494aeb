package io.innkeeper.job;

import io.innkeeper.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * The right to run one job. Each write of a runner goes through here and first makes sure that the
 * claim still holds; otherwise it throws {@link ClaimLost} and nothing is changed.
 */
final class Claim {
  /** How long a claim lives that nobody renews. */
  static final Duration KEPT = Duration.ofSeconds(30);

  private final Database database;
  private final Clock clock;
  private final UUID id;
  private final String holder;
  private final long epoch;

  private Claim(Database database, Clock clock, UUID id, String holder, long epoch) {
    this.database = database;
    this.clock = clock;
    this.id = id;
    this.holder = holder;
    this.epoch = epoch;
  }

  /**
   * Takes the job if nobody took it since its epoch was read.
   *
   * @param seen the epoch that was read
   */
  static Optional<Claim> take(Database database, Clock clock, UUID id, String holder, long seen) {
    int taken =
        database.write(
            handle ->
                handle
                    .createUpdate(
                        """
                        update jobs
                        set claimed_by = :holder, claimed_until = :until, epoch = epoch + 1
                        where id = :id and epoch = :seen
                          and state in ('waiting', 'running', 'undoing')
                        """)
                    .bind("holder", holder)
                    .bind("until", clock.instant().plus(KEPT))
                    .bind("id", id)
                    .bind("seen", seen)
                    .execute());
    if (taken == 0) return Optional.empty();
    return Optional.of(new Claim(database, clock, id, holder, seen + 1));
  }

  /** Keeps all claims of a holder alive. */
  static void renew(Database database, String holder, Instant now) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    """
                    update jobs set claimed_until = :until
                    where claimed_by = :holder and state in ('waiting', 'running', 'undoing')
                    """)
                .bind("holder", holder)
                .bind("until", now.plus(KEPT))
                .execute());
  }

  /** Gives the job back, so that whoever starts next goes on at once. */
  void release() {
    write(
        handle ->
            update(handle, "update jobs set claimed_by = null, claimed_until = null where id = :id")
                .execute());
  }

  UUID id() {
    return id;
  }

  Job job() {
    return database.read(this::job);
  }

  Job job(Handle handle) {
    return JobRows.find(handle, id).orElseThrow(this::lost);
  }

  <R> R read(Function<Handle, R> query) {
    return database.read(query::apply);
  }

  /** One transaction of the holder. */
  <R> R write(Function<Handle, R> work) {
    return database.write(
        handle -> {
          hold(handle);
          return work.apply(handle);
        });
  }

  /** A change of the job's own rows; {@code :id} and {@code :now} are bound. */
  Update update(Handle handle, String sql) {
    Update update = handle.createUpdate(sql).bind("id", id);
    return sql.contains(":now") ? update.bind("now", clock.instant()) : update;
  }

  /** One line of the job's log, at most 2,000 characters and never more than one line. */
  void say(Handle handle, String line) {
    String plain = line.replaceAll("\\p{Cntrl}", " ").strip();
    update(
            handle,
            """
            insert into job_log (job_id, position, at, line)
            select :id, coalesce(max(position), 0) + 1, :now, :line from job_log where job_id = :id
            """)
        .bind("line", plain.length() > 2_000 ? plain.substring(0, 2_000) + "…" : plain)
        .execute();
  }

  ClaimLost lost() {
    return new ClaimLost(id);
  }

  // On PostgreSQL this also holds the row until the commit, on SQLite there is one writer anyway.
  private void hold(Handle handle) {
    int held =
        handle
            .createUpdate(
                """
                update jobs set epoch = epoch
                where id = :id and claimed_by = :holder and epoch = :epoch
                """)
            .bind("id", id)
            .bind("holder", holder)
            .bind("epoch", epoch)
            .execute();
    if (held == 0) throw lost();
  }
}
