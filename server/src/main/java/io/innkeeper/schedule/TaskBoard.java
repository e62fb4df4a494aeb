package io.innkeeper.schedule;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.schedule.PastRun.State;
import io.innkeeper.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** What runs by itself as people see it: when it is due, how it went, and run it now. */
public final class TaskBoard {
  private static final Duration KEPT = Duration.ofDays(90);
  private static final int MOST_OF_ONE = 500;

  private final Database database;
  private final AuditTrail audit;
  private final Clock clock;
  private final Supplier<List<Schedule>> schedules;

  /**
   * @param schedules those of this process
   */
  public TaskBoard(
      Database database, AuditTrail audit, Clock clock, Supplier<List<Schedule>> schedules) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
    this.schedules = schedules;
  }

  /** Every task that this process knows, whoever runs it. */
  public List<ScheduledTask> tasks() {
    return schedules.get().stream().flatMap(schedule -> schedule.tasks().stream()).toList();
  }

  /**
   * Lets a task run now, in whichever process runs it; one that runs already runs once more after.
   *
   * @throws Fault NOT_FOUND if there is no such task
   */
  public ScheduledTask runNow(String name, Actor by) {
    ScheduledTask task = named(name);
    Instant now = clock.instant();
    database.change(
        handle -> {
          if (!TaskWishes.make(handle, name, by.name(), now)) return;
          audit.record(handle, AuditEvent.done(by, "task.run", "task " + name));
        });
    schedules.get().forEach(Schedule::wake);
    return task;
  }

  /**
   * @throws Fault NOT_FOUND if there is no such task
   */
  public ScheduledTask named(String name) {
    return tasks().stream()
        .filter(task -> task.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Fault.notFound("no-such-task", "There is no task “" + name + "”."));
  }

  /**
   * Its runs, latest first.
   *
   * @param before only those that began before; for the next page
   */
  public List<PastRun> runs(String task, Optional<Instant> before, int limit) {
    Optional<Instant> last =
        tasks().stream()
            .filter(one -> one.name().equals(task))
            .findFirst()
            .flatMap(ScheduledTask::begun);
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select task, begun_at, ended_at, started_by, result, failed from task_runs
                    where task = :task and begun_at < :before
                    order by begun_at desc limit :limit
                    """)
                .bind("task", task)
                .bind("before", before.map(Instant::toEpochMilli).orElse(Long.MAX_VALUE))
                .bind("limit", limit)
                .map((row, context) -> run(row, last))
                .list());
  }

  private static PastRun run(ResultSet row, Optional<Instant> last) throws SQLException {
    Instant begun = Instant.ofEpochMilli(row.getLong("begun_at"));
    long end = row.getLong("ended_at");
    Optional<Instant> ended =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(end));
    State state =
        ended.isPresent()
            ? row.getInt("failed") == 1 ? State.FAILED : State.DONE
            : last.filter(begun::equals).isPresent() ? State.RUNNING : State.CUT_OFF;
    return new PastRun(
        row.getString("task"),
        begun,
        ended,
        row.getString("started_by"),
        row.getString("result"),
        state);
  }

  /** Forgets runs that nobody asks for any more: old ones, and all but the latest of each task. */
  public String forgetOld() {
    Instant limit = clock.instant().minus(KEPT);
    int gone = database.write(handle -> forget(handle, limit));
    return gone == 0 ? "" : gone + " old runs were forgotten.";
  }

  private static int forget(Handle handle, Instant limit) {
    return handle
        .createUpdate(
            """
            delete from task_runs where begun_at < :limit or begun_at < (
              select latest.begun_at from task_runs latest
              where latest.task = task_runs.task
              order by latest.begun_at desc limit 1 offset :most)
            """)
        .bind("limit", limit)
        .bind("most", MOST_OF_ONE)
        .execute();
  }
}
