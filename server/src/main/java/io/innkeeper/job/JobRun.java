package io.innkeeper.job;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One job on its way: forward step by step, and back when a step fails or somebody cancels. It goes
 * on from wherever the store says it was.
 */
final class JobRun {
  private static final Logger log = LoggerFactory.getLogger(JobRun.class);

  private final Claim claim;
  private final StepNotes notes;
  private final WayBack wayBack;
  private final Ending ending;
  private final Clock clock;
  private final Runnable changed;
  private final Map<String, String> memory = new ConcurrentHashMap<>();
  private @Nullable Performance current;
  private boolean cancelled;
  private boolean goingBack;
  private boolean stopping;

  JobRun(Claim claim, Ending ending, Clock clock, Runnable changed) {
    this.claim = claim;
    this.notes = new StepNotes(claim);
    this.wayBack = new WayBack(claim);
    this.ending = ending;
    this.clock = clock;
    this.changed = changed;
  }

  /** Runs to the job's end, or until stopped: then the store says where to go on. */
  void run(Function<String, Optional<Work>> works) throws InterruptedException {
    Job job = claim.job();
    Optional<List<Step>> known =
        works.apply(job.kind()).map(work -> work.steps(job)).filter(steps -> fit(steps, job));
    if (known.isEmpty()) {
      ending.stuck(
          "Another version of Innkeeper began this job and did it in other steps, so this one can"
              + " go neither on nor back. Look at what it was to change.");
      changed.run();
      return;
    }
    memory.putAll(job.memory());
    switch (job.state()) {
      case WAITING -> notes.begun();
      case RUNNING, UNDOING -> notes.say("Innkeeper was started again and goes on here.");
      default -> throw claim.lost();
    }
    changed.run();
    if (job.state() != Job.State.UNDOING && forward(job, known.get())) return;
    if (!stopped()) back(known.get());
  }

  /** Ends the current step soon and takes back what was done. */
  synchronized void cancel() {
    cancelled = true;
    if (current != null && !goingBack) current.interrupt();
  }

  /** Ends the current act soon and leaves everything as it is for the next start. */
  synchronized void stop() {
    stopping = true;
    if (current != null) current.interrupt();
  }

  /** The job with the latest words of what is being done. */
  synchronized Job live(Job stored) {
    if (current == null || current.words().isEmpty()) return stored;
    return stored.saying(current.position(), current.words());
  }

  /** True when nothing is left to do: finished, or stopped. */
  private boolean forward(Job job, List<Step> steps) throws InterruptedException {
    for (Job.StepRecord step : job.steps()) {
      if (step.state() == Job.StepState.DONE) continue;
      if (!notes.running(step.position())) return turnBack();
      changed.run();
      Optional<Throwable> thrown = perform(steps.get(step.position()).act(), step.position());
      if (thrown.isPresent()) return failed(step, thrown.get());
      notes.done(step.position());
      changed.run();
      if (stopped()) return true;
    }
    if (!ending.finished()) return turnBack();
    changed.run();
    return true;
  }

  private boolean failed(Job.StepRecord step, Throwable thrown) {
    if (stopped()) return true;
    if (wayBack.cancelledBy().isPresent()) {
      if (!(thrown instanceof InterruptedException)) report(step.name(), thrown);
      return turnBack();
    }
    report(step.name(), thrown);
    wayBack.begin(step.position(), step.name(), Sentences.of(thrown));
    changed.run();
    return false;
  }

  private boolean turnBack() {
    wayBack.begin();
    changed.run();
    return false;
  }

  private void back(List<Step> steps) throws InterruptedException {
    synchronized (this) {
      goingBack = true;
    }
    for (int position : wayBack.remaining()) {
      Step step = steps.get(position);
      Optional<Throwable> thrown = perform(step.undo(), position);
      if (stopped() && thrown.isPresent()) return;
      if (thrown.isPresent()) {
        report(step.name(), thrown.get());
        wayBack.failed(position, step.name(), Sentences.of(thrown.get()));
      } else {
        wayBack.undone(position);
      }
      changed.run();
      if (stopped()) return;
    }
    ending.wentBack(wayBack.cancelledBy().isPresent());
    changed.run();
  }

  private Optional<Throwable> perform(Step.Act act, int position) throws InterruptedException {
    Performance performance = new Performance(act, position, notes, memory, clock, changed);
    synchronized (this) {
      current = performance;
      if (stopping || (cancelled && !goingBack)) performance.interrupt();
    }
    try {
      return performance.await();
    } finally {
      synchronized (this) {
        current = null;
      }
    }
  }

  private static boolean fit(List<Step> steps, Job job) {
    List<String> stored = job.steps().stream().map(Job.StepRecord::name).toList();
    return stored.equals(steps.stream().map(Step::name).toList());
  }

  private synchronized boolean stopped() {
    return stopping;
  }

  private void report(String step, Throwable thrown) {
    if (Sentences.unforeseen(thrown)) log.error("job {}: “{}” failed", claim.id(), step, thrown);
    else log.warn("job {}: “{}” failed: {}", claim.id(), step, thrown.getMessage());
  }
}
