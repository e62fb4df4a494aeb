package io.innkeeper.schedule;

import java.time.Instant;
import java.util.Optional;

/**
 * A task and how it went the last time.
 *
 * @param begun when its last run began
 * @param ended when that run ended; empty while it runs, or when it was cut off
 * @param failure why the last run that ended did not succeed
 * @param due when it is run next; the past when it waits for somebody to run it
 * @param interval how people say when it is due
 */
public record ScheduledTask(
    String name,
    String interval,
    Optional<Instant> begun,
    Optional<Instant> ended,
    Optional<String> failure,
    Instant due) {

  static ScheduledTask of(DueTask task, Optional<TaskRun> last, Instant now) {
    return new ScheduledTask(
        task.name(),
        task.rhythm().words(),
        last.map(TaskRun::begun),
        last.flatMap(TaskRun::ended),
        last.flatMap(TaskRun::failure),
        last.map(run -> run.next(task, now)).orElse(now));
  }
}
