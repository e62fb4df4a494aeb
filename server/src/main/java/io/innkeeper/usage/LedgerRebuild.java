package io.innkeeper.usage;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.store.Database;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;

/**
 * Makes all kept sums anew from the ledger. They grow beside the present ones, some lines at a time
 * and going on after an interruption where they were; at the end they take their place in one
 * transaction.
 */
final class LedgerRebuild {
  private static final long CHUNK = 100_000;

  private final Database database;
  private final AuditTrail audit;

  LedgerRebuild(Database database, AuditTrail audit) {
    this.database = database;
    this.audit = audit;
  }

  /**
   * Sums up all lines there are.
   *
   * @param progress hears how many lines are done
   */
  void sum(UUID job, LongConsumer progress) {
    database.change(handle -> begin(handle, job));
    long done = 0;
    long last = 1;
    while (done < last) {
      done = database.write(this::next);
      last = database.read(LedgerRebuild::last);
      progress.accept(done);
    }
  }

  /** Sums what has come since, and puts the new sums in the place of the old ones. */
  void replace(Actor by) {
    database.change(
        handle -> {
          Books.hold(handle);
          long done = 0;
          while (done < last(handle)) done = next(handle);
          for (Derivation each : Derivation.values()) {
            handle.execute("delete from " + each.table);
            handle.execute(
                "insert into %1$s (%2$s, %3$s) select %2$s, %3$s from %4$s"
                    .formatted(each.table, each.keys, each.sums, each.anew()));
            handle.execute("delete from " + each.anew());
          }
          handle.execute("delete from ledger_rebuild");
          audit.record(
              handle,
              AuditEvent.done(by, "ledger.rebuild", "ledger")
                  .noting("All sums follow from " + last(handle) + " lines."));
        });
  }

  private static void begin(Handle handle, UUID job) {
    boolean begun =
        handle
                .createQuery("select count(*) from ledger_rebuild where job_id = :job")
                .bind("job", job)
                .mapTo(Integer.class)
                .one()
            == 1;
    if (begun) return;
    for (Derivation each : Derivation.values()) handle.execute("delete from " + each.anew());
    handle.execute(
        """
        insert into ledger_rebuild (id, job_id, up_to) values (1, ?, 0)
        on conflict (id) do update set job_id = excluded.job_id, up_to = 0
        """,
        job);
  }

  /** Adds the next lines; answers up to which line everything is summed. */
  private long next(Handle handle) {
    long from = number(handle, "select coalesce(max(up_to), 0) from ledger_rebuild");
    long to = Math.min(from + CHUNK, last(handle));
    for (Derivation each : Derivation.values()) {
      handle.execute(
          """
          insert into %1$s (%2$s, %3$s)
          select %2$s, %4$s from (%5$s and line > ? and line <= ?) as lines group by %2$s
          %6$s
          """
              .formatted(
                  each.anew(),
                  each.keys,
                  each.sums,
                  each.totals(),
                  each.lines(database.dialect()),
                  each.adding(each.anew())),
          from,
          to);
    }
    handle.execute("update ledger_rebuild set up_to = ?", to);
    return to;
  }

  private static long last(Handle handle) {
    return number(handle, "select coalesce(max(line), 0) from ledger");
  }

  private static long number(Handle handle, String sql) {
    return handle.createQuery(sql).mapTo(Long.class).one();
  }
}
