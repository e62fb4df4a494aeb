package io.innkeeper.doctor;

import io.innkeeper.schedule.ScheduledTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Checks that what should run by itself does. */
public final class ScheduleChecks {
  private static final String NAME = "schedule";
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ScheduleChecks() {}

  /** Whether each task succeeded the last time, and none waits for somebody to run it. */
  public static Check schedule(Supplier<List<ScheduledTask>> tasks, Clock clock) {
    return new NamedCheck(
        NAME,
        () -> {
          List<ScheduledTask> all = tasks.get();
          List<Finding> wrong = all.stream().flatMap(task -> wrong(task, clock.instant())).toList();
          return wrong.isEmpty() ? List.of(well(all)) : wrong;
        });
  }

  private static Stream<Finding> wrong(ScheduledTask task, Instant now) {
    if (task.failure().isPresent())
      return Stream.of(
          Finding.warn(
              NAME,
              "The task %s failed: %s".formatted(task.name(), task.failure().get()),
              "It is tried again at " + TIME.format(task.due()) + ".",
              ""));
    if (task.ended().isPresent() && task.due().isBefore(now.minus(PATIENCE)))
      return Stream.of(
          Finding.bad(
              NAME,
              "The task %s has been due since %s and nobody ran it."
                  .formatted(task.name(), TIME.format(task.due())),
              "Another process of this home may hold the schedule without working: end it, and one"
                  + " that works takes over.",
              "pgrep -af 'server.jar serve'"));
    return Stream.empty();
  }

  private static Finding well(List<ScheduledTask> all) {
    String next =
        all.stream()
            .min(Comparator.comparing(ScheduledTask::due))
            .map(task -> "; next is %s at %s".formatted(task.name(), TIME.format(task.due())))
            .orElse("");
    String run =
        all.size() == 1 ? "1 task runs by itself" : all.size() + " tasks run by themselves";
    return Finding.ok(NAME, run + next + ".");
  }
}
