package io.innkeeper.former;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Which sources are read by themselves, and when next. */
@JsonNaming(SnakeCaseStrategy.class)
record FormerSchedule(
    boolean running, String state, int jobCount, Instant currentTime, List<FormerDue> jobs) {
  FormerSchedule {
    jobs = List.copyOf(jobs);
  }

  static FormerSchedule of(List<Environment> environments, Instant now) {
    List<FormerDue> due = environments.stream().flatMap(one -> due(one, now)).toList();
    return new FormerSchedule(true, "running", due.size(), now, due);
  }

  private static Stream<FormerDue> due(Environment one, Instant now) {
    return one.sources().stream()
        .filter(source -> source.spec().scheduled())
        .flatMap(
            source -> source.standing().nextAt().stream().map(at -> due(one, source, at, now)));
  }

  private static FormerDue due(Environment one, Source source, Instant next, Instant now) {
    long seconds = Duration.between(now, next).toSeconds();
    int minutes = source.spec().everyMinutes();
    String type = source.kind().word();
    return new FormerDue(
        "env_sync_" + one.id() + "_" + type,
        "Sync " + one.name() + " (" + source.kind().product() + ")",
        one.name(),
        one.id(),
        type,
        minutes,
        next,
        next.toString(),
        words(seconds),
        seconds,
        "interval[" + minutes + " min]");
  }

  private static String words(long seconds) {
    if (seconds < 0) return "overdue";
    if (seconds < 60) return seconds + " seconds";
    if (seconds < 3600) return seconds / 60 + " minutes";
    return seconds / 3600 + "h " + seconds / 60 % 60 + "m";
  }
}
