package io.innkeeper.schedule;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The last run of a task, as the store has it. */
record TaskRun(Instant begun, Optional<Instant> ended, Optional<String> failure) {
  private static final int LONGEST = 1_000;

  /** When the task is due after this run. */
  Instant next(DueTask task, Instant now) {
    // Cut off before its end, or written by a clock that was ahead: it is due now.
    if (ended.isEmpty() || begun.isAfter(now)) return now;
    Instant regular = task.rhythm().after(begun);
    if (failure.isEmpty()) return regular;
    Instant again = ended.get().plus(task.retry());
    return again.isBefore(regular) ? again : regular;
  }

  /** The last run of every task that ever ran, by the task's name. */
  static Map<String, TaskRun> all(Handle handle) {
    Map<String, TaskRun> runs = new HashMap<>();
    handle
        .createQuery(
            "select name, last_started_at, last_ended_at, last_failure from scheduled_task")
        .map(
            (row, context) ->
                Map.entry(
                    row.getString("name"),
                    new TaskRun(
                        Instant.ofEpochMilli(row.getLong("last_started_at")),
                        Optional.ofNullable(row.getObject("last_ended_at"))
                            .map(millis -> Instant.ofEpochMilli(((Number) millis).longValue())),
                        Optional.ofNullable(row.getString("last_failure")))))
        .forEach(run -> runs.put(run.getKey(), run.getValue()));
    return runs;
  }

  /**
   * @param by who wanted it now; empty if it was due by itself
   */
  static void begun(Handle handle, String name, Instant now, String by) {
    handle
        .createUpdate(
            """
            insert into scheduled_task (name, last_started_at) values (:name, :now)
            on conflict (name) do update set last_started_at = :now, last_ended_at = null
            """)
        .bind("name", name)
        .bind("now", now)
        .execute();
    handle
        .createUpdate(
            """
            insert into task_runs (task, begun_at, started_by, result, failed)
            values (:name, :now, :by, '', 0)
            on conflict (task, begun_at) do nothing
            """)
        .bind("name", name)
        .bind("now", now)
        .bind("by", by)
        .execute();
  }

  static void ended(Handle handle, String name, Instant begun, Instant now, Outcome outcome) {
    handle
        .createUpdate(
            """
            update scheduled_task set last_ended_at = :now, last_failure = :failure
            where name = :name
            """)
        .bind("name", name)
        .bind("now", now)
        .bind("failure", outcome.failed() ? line(outcome.words()) : null)
        .execute();
    handle
        .createUpdate(
            """
            update task_runs set ended_at = :now, result = :result, failed = :failed
            where task = :name and begun_at = :begun
            """)
        .bind("name", name)
        .bind("begun", begun)
        .bind("now", now)
        .bind("result", line(outcome.words()))
        .bind("failed", outcome.failed() ? 1 : 0)
        .execute();
  }

  /** How a run ended: what it did, or why not. */
  record Outcome(boolean failed, String words) {}

  private static String line(String words) {
    String plain = words.replaceAll("\\p{Cntrl}+", " ").strip();
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
  }
}
