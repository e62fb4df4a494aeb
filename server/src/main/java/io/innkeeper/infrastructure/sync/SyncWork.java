package io.innkeeper.infrastructure.sync;

import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.SyncRun;
import io.innkeeper.infrastructure.SyncRun.Cause;
import io.innkeeper.infrastructure.SyncRun.Counts;
import io.innkeeper.infrastructure.SyncRun.State;
import io.innkeeper.job.Job;
import io.innkeeper.job.Jobs;
import io.innkeeper.job.Progress;
import io.innkeeper.job.Step;
import io.innkeeper.job.Work;
import io.innkeeper.store.Ids;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A sync as a job: a step for each source, and one that says how it went. Nothing to undo. */
final class SyncWork implements Work {
  static final String KIND = "environment.sync";

  private final SourceSync sync;
  private final Jobs jobs;
  private final Ids ids;
  private final Clock clock;

  SyncWork(SourceSync sync, Jobs jobs, Ids ids, Clock clock) {
    this.sync = sync;
    this.jobs = jobs;
    this.ids = ids;
    this.clock = clock;
  }

  static Map<String, String> input(
      UUID environment, List<SourceKind> sources, Cause cause, Map<SourceKind, Long> accepted) {
    return Map.of(
        "environment", environment.toString(),
        "sources", String.join(",", sources.stream().map(SourceKind::word).toList()),
        "cause", cause.word(),
        "accept", words(accepted));
  }

  static List<SourceKind> sources(Job job) {
    String words = job.input().getOrDefault("sources", "");
    return Arrays.stream(words.split(",", -1)).map(SourceKind::parse).toList();
  }

  /** How many missing ones of which source are right, as {@code manager=35}. */
  private static String words(Map<SourceKind, Long> accepted) {
    return accepted.entrySet().stream()
        .map(one -> one.getKey().word() + "=" + one.getValue())
        .sorted()
        .collect(Collectors.joining(","));
  }

  static Map<SourceKind, Long> accepted(Job job) {
    Map<SourceKind, Long> all = new EnumMap<>(SourceKind.class);
    // Jobs of earlier versions say only whether any number is right: they ask again.
    for (String one : job.input().getOrDefault("accept", "").split(",", -1)) {
      String[] parts = one.split("=", -1);
      if (parts.length == 2) all.put(SourceKind.parse(parts[0]), Long.valueOf(parts[1]));
    }
    return all;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<Step> steps(Job job) {
    List<Step> steps = new ArrayList<>();
    for (SourceKind kind : sources(job))
      steps.add(
          Step.of("Read " + kind.product(), progress -> read(job, kind, progress))
              .undoneBy(progress -> brokenOff(job, kind)));
    steps.add(Step.of("See how it went", progress -> judge(job, progress)));
    return steps;
  }

  /** The others have room to begin, however many sources are slow. */
  @Override
  public int atOnce(int parallel) {
    return Math.max(1, parallel - 1);
  }

  private void brokenOff(Job job, SourceKind kind) {
    sync.brokenOff(job.id().toString(), kind, job.by(), jobs.cancelledBy(job.id()));
  }

  private void read(Job job, SourceKind kind, Progress progress) throws InterruptedException {
    UUID environment = UUID.fromString(job.input().getOrDefault("environment", ""));
    SyncRun wanted =
        new SyncRun(
            ids.next(),
            environment,
            kind,
            job.id().toString(),
            Cause.of(job.input().getOrDefault("cause", "person")),
            job.by().name(),
            clock.instant(),
            Optional.empty(),
            State.RUNNING,
            Counts.NONE,
            Optional.empty());
    long accepted = accepted(job).getOrDefault(kind, 0L);
    SyncRun run = sync.run(wanted, job.by(), accepted, progress);
    progress.remember(kind.word(), run.state().word());
    run.problem().ifPresent(problem -> progress.remember("problem", problem.said()));
  }

  /** One source of two is a partial success; none is a failure. */
  private static void judge(Job job, Progress progress) {
    boolean some =
        sources(job).stream()
            .anyMatch(kind -> !progress.recall(kind.word()).equals(State.FAILED.word()));
    if (!some)
      throw Fault.of(Fault.Kind.UPSTREAM, "sync-failed", progress.recall("problem"))
          .advising("What was known stays as it is.");
  }
}
