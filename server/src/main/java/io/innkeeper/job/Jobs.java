package io.innkeeper.job;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Job.State;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * All long work: ordered inside the transaction of the verb that wants it, run step by step,
 * watched while it runs. Thread-safe.
 */
public final class Jobs implements AutoCloseable {
  private final Database database;
  private final Ids ids;
  private final Clock clock;
  private final JobSettings settings;
  private final AuditTrail audit;
  private final Map<String, Work> works = new ConcurrentHashMap<>();
  private final JobWatchers watchers = new JobWatchers(this::get);
  private final JobRunner runner;

  /** Ends the watching of a job. */
  public interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  public Jobs(Database database, Ids ids, Clock clock, JobSettings settings, AuditTrail audit) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.settings = settings;
    this.audit = audit;
    this.runner = new JobRunner(database, audit, clock, this::work, watchers, settings.parallel());
  }

  /** Makes kinds of work known; before {@link #start}. */
  public void register(List<Work> more) {
    for (Work work : more) works.put(work.kind(), work);
  }

  /**
   * Orders a job in the caller's transaction; it begins after the commit.
   *
   * @throws Fault CONFLICT while another job changes the same subject
   */
  public Job order(Handle handle, Job.Order order) {
    Work work =
        work(order.kind())
            .orElseThrow(() -> new IllegalArgumentException("nobody does " + order.kind()));
    Job job = Job.ordered(ids.next(), order, clock.instant());
    if (!JobRows.insert(handle, job, work.steps(job)))
      throw busy(JobRows.running(handle, order.subject()));
    return JobRows.find(handle, job.id()).orElseThrow();
  }

  /** Something was ordered and committed: it begins now instead of within a second. */
  public void wake() {
    runner.wake();
  }

  /** Takes up what was interrupted, then what waits. */
  public void start() {
    runner.start();
  }

  /** One job, or NOT_FOUND. */
  public Job get(UUID id) {
    return find(id).orElseThrow(Jobs::unknown);
  }

  public Optional<Job> find(UUID id) {
    return database.read(handle -> JobRows.find(handle, id)).map(runner::live);
  }

  /** What changes a subject right now, if anything does. */
  public Optional<Job> running(String subject) {
    return database.read(handle -> JobRows.running(handle, subject)).map(runner::live);
  }

  /**
   * Demands in the caller's transaction that nothing works on a subject.
   *
   * @throws Fault CONFLICT naming what does
   */
  public static void demandNone(Handle handle, String subject) {
    Optional<Job> running = JobRows.running(handle, subject);
    if (running.isPresent()) throw busy(running);
  }

  /** How many have not ended. */
  public int unended() {
    return (int) count(JobFilter.ACTIVE);
  }

  /**
   * Newest first.
   *
   * @param before the last id of the part before
   */
  public List<Job> list(JobFilter filter, Optional<String> before, int limit) {
    return database.read(handle -> JobRows.list(handle, filter, before, limit)).stream()
        .map(runner::live)
        .toList();
  }

  public long count(JobFilter filter) {
    return database.read(handle -> JobRows.count(handle, filter));
  }

  /** How many of a kind are in a state. */
  public record Tally(String kind, State state, long count) {}

  /** How many there are of each kind in each state. */
  public List<Tally> tally() {
    return database.read(
        handle ->
            handle
                .createQuery("select kind, state, count(*) as jobs from jobs group by kind, state")
                .map(
                    (row, context) ->
                        new Tally(
                            row.getString("kind"),
                            State.parse(row.getString("state")),
                            row.getLong("jobs")))
                .list());
  }

  /** How many lines a job's log has. */
  public long logLength(UUID id) {
    return database.read(handle -> JobRows.logLength(handle, id));
  }

  /** A job's log after a position, at most 1,000 lines; 0 is its beginning. */
  public List<LogLine> log(UUID id, long after) {
    return database.read(handle -> JobRows.log(handle, id, after));
  }

  /**
   * Ends a waiting job at once, and makes a running one go back as soon as its step lets it.
   *
   * @throws Fault CONFLICT when it has ended or is going back already
   */
  public Job cancel(UUID id, Actor by) {
    database.change(
        handle -> {
          Job job = JobRows.find(handle, id).orElseThrow(Jobs::unknown);
          if (JobRows.drop(handle, id, by.name(), clock.instant()))
            work(job.kind()).ifPresent(work -> work.dropped(handle, job, by));
          else if (!JobRows.cancel(handle, id, by.name())) throw notCancellable(job);
          audit.record(handle, AuditEvent.done(by, "job.cancel", Ending.subject(job)));
        });
    runner.cancel(id);
    watchers.changed(id);
    return get(id);
  }

  /** Who wanted a job to be cancelled, if somebody did. */
  public Optional<String> cancelledBy(UUID id) {
    return database.read(handle -> JobRows.cancelledBy(handle, id));
  }

  /** Waits until a job has ended, at most so long; answers how it is then. */
  public Job await(UUID id, Duration atMost) throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    Consumer<Job> sink =
        job -> {
          if (job.state().ended()) ended.countDown();
        };
    try (Watch watch = watch(id, sink)) {
      boolean _ = ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
    return get(id);
  }

  /**
   * The same from within another job, whose place is free for others meanwhile: else jobs that wait
   * could keep out the ones they wait for.
   */
  public Job awaitBeside(UUID id, Duration atMost) throws InterruptedException {
    runner.lend();
    try {
      return await(id, atMost);
    } finally {
      runner.takeBack();
    }
  }

  /** Tells the job as it is now and at every change, until closed. The sink must not block. */
  public Watch watch(UUID id, Consumer<Job> sink) {
    return watchers.add(id, sink);
  }

  /** Forgets jobs that ended long ago; answers how many. */
  public int forgetOld() {
    Instant limit = clock.instant().minus(settings.keep());
    return database.write(
        handle ->
            handle
                .createUpdate("delete from jobs where ended_at < :limit")
                .bind("limit", limit)
                .execute());
  }

  /** Stops working; interrupted jobs go on at the next start. */
  @Override
  public void close() {
    runner.close();
  }

  private Optional<Work> work(String kind) {
    return Optional.ofNullable(works.get(kind));
  }

  private static Fault unknown() {
    return Fault.notFound("no-such-job", "There is no job with this id.");
  }

  private static Fault notCancellable(Job job) {
    String why = job.state() == State.UNDOING ? "is going back already." : "has ended.";
    return Fault.conflict("job-ended", "“" + job.title() + "” " + why);
  }

  private static Fault busy(Optional<Job> other) {
    String title = other.map(job -> "“" + job.title() + "”").orElse("Another job");
    Fault fault =
        Fault.conflict("job-running", title + " is still running, so nothing was changed.")
            .advising("Wait until it has ended, or cancel it.");
    return other.map(job -> fault.with("jobId", job.id().toString())).orElse(fault);
  }
}
