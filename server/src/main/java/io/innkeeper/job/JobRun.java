package io.innkeeper.job;

import io.innkeeper.fault.Fault;
import io.innkeeper.job.Job.State;
import io.innkeeper.job.Job.StepRecord;
import io.innkeeper.job.Job.StepState;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One job from where it stands to its end: forward step by step, and back by the steps' undo when
 * one fails.
 */
final class JobRun implements Progress {
  private static final Logger log = LoggerFactory.getLogger(JobRun.class);

  private final Database database;
  private final JobStore store;
  private final JobWatchers watchers;
  private final Clock clock;
  private final JobRunner.Ended ended;
  private final UUID id;
  private final String title;
  private final State found;
  private final List<Step> steps;
  private final List<StepRecord> records;
  private final BooleanSupplier stopping;
  private final Map<String, String> memory;
  private volatile boolean cancelled;
  private volatile String words = "";
  private volatile int position;

  JobRun(
      Database database,
      JobStore store,
      JobWatchers watchers,
      Clock clock,
      JobRunner.Ended ended,
      Job job,
      List<Step> steps,
      BooleanSupplier stopping) {
    this.database = database;
    this.store = store;
    this.watchers = watchers;
    this.clock = clock;
    this.ended = ended;
    this.id = job.id();
    this.title = job.title();
    this.found = job.state();
    this.steps = steps;
    this.records = job.steps();
    this.stopping = stopping;
    this.memory = new ConcurrentHashMap<>(job.memory());
  }

  void run() {
    if (found == State.UNDOING) {
      undo(lastTouched());
      return;
    }
    cancelled = database.read(handle -> store.cancelled(handle, id));
    state(State.RUNNING);
    for (int at = firstUndone(); at < steps.size(); at++) {
      if (!forward(at)) return;
    }
    end(State.FINISHED);
  }

  /** Runs one step; answers whether the job goes on forward. */
  private boolean forward(int at) {
    position = at;
    words = "";
    step(at, StepState.RUNNING);
    try {
      checkCancelled();
      steps.get(at).act().run(this);
      checkCancelled();
      step(at, StepState.DONE);
      return true;
    } catch (InterruptedException e) {
      return interrupted(at);
    } catch (Fault e) {
      if (!stopping.getAsBoolean())
        fail(at, e.said() + e.advice().map(advice -> " " + advice).orElse(""), e);
    } catch (RuntimeException e) {
      if (!stopping.getAsBoolean())
        fail(at, "Something failed that should not have; the server's log has it.", e);
    }
    return false;
  }

  private boolean interrupted(int at) {
    if (stopping.getAsBoolean()) return false;
    if (!cancelled)
      throw new IllegalStateException("a step of " + title + " was interrupted by nobody");
    fail(at, "Cancelled.", new InterruptedException());
    return false;
  }

  private void fail(int at, String sentence, Exception cause) {
    // A cancellation may surface as any failure of what it interrupted.
    String said = cancelled ? "Cancelled." : sentence;
    // The interrupt of a cancellation must not end the way back as well.
    boolean _ = Thread.interrupted();
    log.warn("{} failed at “{}”: {}", title, steps.get(at).name(), said, cause);
    database.change(
        handle -> {
          store.failure(handle, id, said);
          store.step(handle, id, at, StepState.FAILED, clock.instant());
          store.state(handle, id, State.UNDOING, clock.instant());
          store.say(handle, id, clock.instant(), steps.get(at).name() + ": " + said);
        });
    tell();
    undo(at);
  }

  private void undo(int from) {
    boolean clean = true;
    for (int at = from; at >= 0; at--) {
      position = at;
      words = "";
      try {
        steps.get(at).undo().run(this);
        if (records.get(at).state() != StepState.UNDONE) markUndone(at, from);
      } catch (InterruptedException e) {
        if (stopping.getAsBoolean()) return;
        clean = false;
      } catch (RuntimeException e) {
        if (stopping.getAsBoolean()) return;
        clean = false;
        log.error("The way back of {} failed at “{}”", title, steps.get(at).name(), e);
        say("The way back failed at “" + steps.get(at).name() + "”: " + e.getMessage());
      }
    }
    boolean byPerson = database.read(handle -> store.cancelled(handle, id));
    end(!clean ? State.FAILED : byPerson ? State.CANCELLED : State.TAKEN_BACK);
  }

  private void markUndone(int at, int failed) {
    // The failed step keeps its mark: people look for it.
    if (at != failed) step(at, StepState.UNDONE);
  }

  private int firstUndone() {
    for (StepRecord record : records) {
      if (record.state() != StepState.DONE) return record.position();
    }
    return records.size();
  }

  private int lastTouched() {
    int last = 0;
    for (StepRecord record : records) {
      boolean touched = record.state() != StepState.WAITING && record.state() != StepState.UNDONE;
      if (touched) last = record.position();
    }
    return last;
  }

  private void end(State state) {
    words = "";
    database.change(
        handle -> {
          store.state(handle, id, state, clock.instant());
          ended.tell(handle, store.find(handle, id).orElseThrow());
        });
    tell();
  }

  private void state(State state) {
    database.change(handle -> store.state(handle, id, state, clock.instant()));
    tell();
  }

  private void step(int at, StepState state) {
    database.change(handle -> store.step(handle, id, at, state, clock.instant()));
    tell();
  }

  private void tell() {
    if (!watchers.anybody(id)) return;
    database.read(handle -> store.find(handle, id)).ifPresent(job -> watchers.tell(live(job)));
  }

  /** The stored job with what its step says now. */
  Job live(Job job) {
    if (words.isEmpty()) return job;
    List<StepRecord> now =
        job.steps().stream()
            .map(
                step ->
                    step.position() != position
                        ? step
                        : new StepRecord(
                            step.position(),
                            step.name(),
                            step.state(),
                            words,
                            step.startedAt(),
                            step.endedAt()))
            .toList();
    return new Job(
        job.id(),
        job.kind(),
        job.title(),
        job.subject(),
        job.by(),
        job.state(),
        job.input(),
        job.memory(),
        now,
        job.failure(),
        job.createdAt(),
        job.startedAt(),
        job.endedAt());
  }

  void cancel() {
    cancelled = true;
  }

  @Override
  public void now(String said) {
    words = said;
    tell();
  }

  @Override
  public void say(String line) {
    database.change(handle -> store.say(handle, id, clock.instant(), line));
    tell();
  }

  @Override
  public void remember(String name, String value) {
    memory.put(name, value);
    database.change(handle -> store.remember(handle, id, new LinkedHashMap<>(memory)));
  }

  @Override
  public String recall(String name) {
    return memory.getOrDefault(name, "");
  }

  @Override
  public void checkCancelled() throws InterruptedException {
    if (stopping.getAsBoolean() || cancelled && !undoing()) throw new InterruptedException();
  }

  private boolean undoing() {
    return database
        .read(handle -> store.find(handle, id))
        .map(job -> job.state() == State.UNDOING)
        .orElse(false);
  }
}
