package io.innkeeper.infrastructure.rotation;

import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Source.Problem;
import io.innkeeper.infrastructure.rotation.Change.Outcome;
import io.innkeeper.infrastructure.rotation.Change.Part;
import io.innkeeper.infrastructure.rotation.Change.State;
import io.innkeeper.infrastructure.rotation.Change.Step;
import io.innkeeper.infrastructure.vcf.Pauses;
import io.innkeeper.infrastructure.vcf.Session;
import io.innkeeper.job.Progress;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Follows a task of SDDC Manager to its end, with each account of it. */
final class Following {
  private static final Duration PATIENCE = Duration.ofHours(2);
  private static final Duration ONE_SESSION = Duration.ofMinutes(5);
  private static final int MOST_TROUBLES = 5;

  private final Database database;
  private final Manager manager;
  private final ChangeStore store;
  private final Clock clock;
  private final Pauses pauses;

  Following(Database database, Manager manager, ChangeStore store, Clock clock, Pauses pauses) {
    this.database = database;
    this.manager = manager;
    this.store = store;
    this.clock = clock;
    this.pauses = pauses;
  }

  /** To its end, which is written down; a bad end is told by a later step. */
  void follow(UUID id, Progress progress) throws InterruptedException {
    Instant until = clock.instant().plus(PATIENCE);
    int troubles = 0;
    while (true) {
      Change change = database.read(handle -> ChangeRows.find(handle, id)).orElseThrow();
      try (Session session = manager.open(change)) {
        if (ended(change, new ManagerTasks(session), progress)) return;
        troubles = 0;
      } catch (Fault e) {
        if (!passing(e) || ++troubles > MOST_TROUBLES) throw e;
        progress.say(e.said() + " It is asked again.");
        pauses.pause(Pauses.before(troubles, Optional.empty()));
      }
      if (clock.instant().isAfter(until)) throw tooLong(change);
    }
  }

  /** One session's worth of looking. */
  private boolean ended(Change change, ManagerTasks there, Progress progress)
      throws InterruptedException {
    Instant until = clock.instant().plus(ONE_SESSION);
    List<Part> shown = change.parts();
    for (int look = 0; !clock.instant().isAfter(until); look++) {
      if (look > 0) pauses.pause(Duration.ofSeconds(Math.min(look, 10)));
      progress.checkCancelled();
      Task task = there.one(change.task().orElseThrow());
      progress.now(task.words());
      List<Part> parts = parts(change, task);
      if (task.ended()) {
        end(change, task, parts, progress);
        return true;
      }
      if (!parts.equals(shown)) database.change(handle -> store.parts(handle, change.id(), parts));
      shown = parts;
    }
    return false;
  }

  private void end(Change change, Task task, List<Part> parts, Progress progress) {
    State state =
        switch (task.status()) {
          case SUCCESSFUL -> State.DONE;
          case CANCELLED -> State.CANCELLED;
          default -> State.FAILED;
        };
    Optional<Problem> problem = state == State.DONE ? Optional.empty() : Optional.of(why(task));
    database.change(
        handle -> {
          store.stand(handle, change.id(), state, problem, clock.instant());
          store.parts(handle, change.id(), parts);
        });
    progress.say("Task " + task.id() + " has ended: " + state.word() + ".");
    task.wrong().forEach(progress::say);
  }

  private static Problem why(Task task) {
    if (task.status() == Task.Status.CANCELLED)
      return new Problem("task-cancelled", "The task was cancelled.", Optional.empty());
    List<String> wrong = task.wrong();
    String said = wrong.isEmpty() ? "The task failed and says no more." : wrong.getFirst();
    if (wrong.size() > 1) said += " And %d more.".formatted(wrong.size() - 1);
    return new Problem(
        "task-failed",
        said,
        Optional.of(
            "SDDC Manager takes no other task before this one is retried or cancelled; mend it and"
                + " retry."));
  }

  private static List<Part> parts(Change change, Task task) {
    List<Part> all = new ArrayList<>();
    for (Part part : change.parts()) {
      List<Task.Sub> subs = task.subs().stream().filter(sub -> about(sub, part.shown())).toList();
      all.add(part.now(outcome(task, subs), said(subs), steps(subs)));
    }
    return all;
  }

  /** Whether a part of a task is about an account as people name it. */
  static boolean about(Task.Sub sub, String shown) {
    String named = sub.username() + " on " + sub.host() + " (";
    return shown.startsWith(named)
        && (sub.credentialType().isEmpty() || shown.equals(named + sub.credentialType() + ")"));
  }

  private static Outcome outcome(Task task, List<Task.Sub> subs) {
    if (subs.isEmpty()) return task.status() == Task.Status.SUCCESSFUL ? Outcome.DONE : other(task);
    if (subs.stream().anyMatch(sub -> sub.status() == Task.Status.FAILED)) return Outcome.FAILED;
    if (subs.stream().allMatch(sub -> sub.status() == Task.Status.SUCCESSFUL)) return Outcome.DONE;
    return task.ended() ? Outcome.FAILED : Outcome.RUNNING;
  }

  private static Outcome other(Task task) {
    return task.ended() ? Outcome.FAILED : Outcome.WAITING;
  }

  private static String said(List<Task.Sub> subs) {
    return subs.stream().flatMap(sub -> sub.errors().stream()).findFirst().orElse("");
  }

  private static List<Step> steps(List<Task.Sub> subs) {
    return subs.stream()
        .map(sub -> new Step(sub.name(), sub.status().name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static boolean passing(Fault fault) {
    return switch (fault.code()) {
      case "vcf-timed-out",
          "vcf-cut-off",
          "vcf-refused",
          "vcf-unreachable",
          "vcf-throttled",
          "vcf-not-json" ->
          true;
      default -> fault.code().matches("vcf-error-5\\d\\d");
    };
  }

  private static Fault tooLong(Change change) {
    return Fault.of(
            Fault.Kind.UPSTREAM,
            "task-goes-on",
            "Task %s has not ended within %d hours."
                .formatted(change.task().orElse(""), PATIENCE.toHours()))
        .advising("See what it does at SDDC Manager, and follow it again.");
  }
}
