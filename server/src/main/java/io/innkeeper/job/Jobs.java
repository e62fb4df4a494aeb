package io.innkeeper.job;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Job.State;
import io.innkeeper.job.Job.StepRecord;
import io.innkeeper.job.Job.StepState;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * All long work: ordered inside the transaction of the verb that wants it, run by {@link
 * JobRunner}, watched while it runs. Thread-safe.
 */
public final class Jobs implements AutoCloseable {
  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final JobSettings settings;
  private final AuditTrail audit;
  private final JobStore store = new JobStore();
  private final JobWatchers watchers = new JobWatchers();
  private final Map<String, Work> works = new HashMap<>();
  private final JobRunner runner;

  public Jobs(Database database, Ids ids, Clock clock, JobSettings settings, AuditTrail audit) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.settings = settings;
    this.audit = audit;
    this.runner =
        new JobRunner(database, store, watchers, works, clock, settings.parallel(), this::ended);
  }

  /** Makes a kind of work known; before {@link #start}. */
  public void register(List<Work> more) {
    for (Work work : more) works.put(work.kind(), work);
  }

  /**
   * Orders a job in the caller's transaction; it begins after the commit.
   *
   * @throws Fault CONFLICT while another job changes the same subject
   */
  public Job order(Handle handle, Job.Order order) {
    Work work = works.get(order.kind());
    if (work == null) throw new IllegalStateException("nobody does " + order.kind());
    Job bare = job(order, List.of());
    List<StepRecord> steps = new ArrayList<>();
    for (Step step : work.steps(bare)) {
      steps.add(
          new StepRecord(
              steps.size(),
              step.name(),
              StepState.WAITING,
              "",
              Optional.empty(),
              Optional.empty()));
    }
    Job job =
        new Job(
            bare.id(),
            bare.kind(),
            bare.title(),
            bare.subject(),
            bare.by(),
            bare.state(),
            bare.input(),
            Map.of(),
            steps,
            Optional.empty(),
            bare.createdAt(),
            Optional.empty(),
            Optional.empty());
    Optional<Job> other = store.unended(handle, order.subject());
    if (other.isPresent()) throw busy(other.get());
    if (!store.insert(handle, job))
      throw new IllegalStateException("two jobs at once for " + order.subject());
    return job;
  }

  /** Something was ordered and committed. */
  public void wake() {
    runner.wake();
  }

  /** Takes up what was interrupted, then what waits. */
  public void start() {
    runner.start();
  }

  public Job get(UUID id) {
    return find(id)
        .orElseThrow(() -> Fault.notFound("no-such-job", "There is no job with this id."));
  }

  public Optional<Job> find(UUID id) {
    return database.read(handle -> store.find(handle, id)).map(runner::live);
  }

  /** What changes a subject right now, if anything does. */
  public Optional<Job> running(String subject) {
    return database.read(handle -> store.unended(handle, subject)).map(runner::live);
  }

  /** How many have not ended. */
  public int unended() {
    return database.read(store::unended).size();
  }

  /** Newest first. */
  public List<Job> list(JobFilter filter, Optional<String> before, int limit) {
    return database.read(handle -> store.list(handle, filter, before, limit));
  }

  public long count(JobFilter filter) {
    return database.read(handle -> store.count(handle, filter));
  }

  public List<LogLine> log(UUID id, long after) {
    return database.read(handle -> store.log(handle, id, after));
  }

  /** Ends a waiting job, or makes a running one go back. One that ended already is refused. */
  public Job cancel(UUID id, Actor by) {
    database.change(
        handle -> {
          Job job =
              store
                  .find(handle, id)
                  .orElseThrow(
                      () -> Fault.notFound("no-such-job", "There is no job with this id."));
          if (job.state().ended() || job.state() == State.UNDOING) {
            throw Fault.conflict(
                "job-ended", "“" + job.title() + "” has ended or is going back already.");
          }
          store.cancel(handle, id);
          if (job.state() == State.WAITING)
            store.state(handle, id, State.CANCELLED, clock.instant());
          audit.record(
              handle, AuditEvent.done(by, "job.cancel", job.subject()).noting(job.title()));
        });
    runner.cancel(id);
    Job job = get(id);
    watchers.tell(job);
    return job;
  }

  /** Waits until a job has ended, at most so long; answers how it is then. */
  public Job await(UUID id, Duration atMost) throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    try (AutoCloseable watch =
        watch(
            id,
            job -> {
              if (job.state().ended()) ended.countDown();
            })) {
      ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return get(id);
  }

  /** Tells the job as it is now and at every change, until closed. */
  public AutoCloseable watch(UUID id, Consumer<Job> sink) {
    AutoCloseable watch = watchers.add(id, sink);
    sink.accept(get(id));
    return watch;
  }

  /** Forgets jobs that ended long ago; answers how many. */
  public int forgetOld() {
    Instant limit = clock.instant().minus(settings.keep());
    return database.write(handle -> store.forget(handle, limit));
  }

  /** Stops working; interrupted jobs go on at the next start. */
  @Override
  public void close() {
    runner.close();
  }

  private void ended(Handle handle, Job job) {
    String verb =
        job.state() == State.FINISHED
            ? "job.finished"
            : "job." + job.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    String result = job.state() == State.FINISHED ? "done" : "failed";
    audit.record(
        handle,
        new AuditEvent(
            job.by(),
            verb,
            job.subject(),
            Map.of(),
            Map.of(),
            result,
            job.failure().map(why -> job.title() + ": " + why).orElse(job.title())));
  }

  private Job job(Job.Order order, List<StepRecord> steps) {
    return new Job(
        ids.next(),
        order.kind(),
        order.title(),
        order.subject(),
        order.by(),
        State.WAITING,
        order.input(),
        Map.of(),
        steps,
        Optional.empty(),
        clock.instant(),
        Optional.empty(),
        Optional.empty());
  }

  private static Fault busy(Job other) {
    return Fault.conflict(
            "job-running", "“" + other.title() + "” is still running, so nothing was changed.")
        .advising("Wait until it has ended, or cancel it.")
        .with("jobId", other.id().toString());
  }
}
