package io.innkeeper.job;

import io.innkeeper.audit.AuditTrail;
import io.innkeeper.store.Database;
import io.innkeeper.store.Holder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs on virtual threads, so many at a time. What this or another process left unended is
 * taken up as soon as its claim is free: given back, run out, or its holder has died.
 */
final class JobRunner implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Database database;
  private final AuditTrail audit;
  private final Clock clock;
  private final Function<String, Optional<Work>> works;
  private final JobWatchers watchers;
  private final int parallel;
  private final String holder = Holder.here().toString();
  private final Map<UUID, Running> running = new ConcurrentHashMap<>();
  private final Semaphore woken = new Semaphore(0);
  private final AtomicInteger lent = new AtomicInteger();
  private final Thread dispatcher = Thread.ofVirtual().name("jobs").unstarted(this::dispatch);
  private volatile boolean stopping;
  private Instant renewedAt = Instant.MIN;

  private record Running(String kind, JobRun run, Thread thread) {}

  /** A job that has not ended, and who has it. */
  private record Open(UUID id, String kind, long epoch, Optional<String> holder, Instant until) {}

  JobRunner(
      Database database,
      AuditTrail audit,
      Clock clock,
      Function<String, Optional<Work>> works,
      JobWatchers watchers,
      int parallel) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
    this.works = works;
    this.watchers = watchers;
    this.parallel = parallel;
  }

  void start() {
    dispatcher.start();
    wake();
  }

  /** Looks for work now instead of within a second. */
  void wake() {
    woken.release();
  }

  /** A job waits for another one; its place is free meanwhile. */
  void lend() {
    lent.incrementAndGet();
    wake();
  }

  void takeBack() {
    lent.decrementAndGet();
  }

  /** Ends the current step of a job that is to be cancelled. */
  void cancel(UUID id) {
    Optional.ofNullable(running.get(id)).ifPresent(job -> job.run().cancel());
  }

  /** The same job with the words of what is being done right now. */
  Job live(Job stored) {
    Running job = running.get(stored.id());
    return job == null ? stored : job.run().live(stored);
  }

  /** Interrupts what runs and leaves it for the next start. */
  @Override
  public void close() {
    stopping = true;
    wake();
    running.values().forEach(job -> job.run().stop());
    try {
      if (dispatcher.getState() != Thread.State.NEW) dispatcher.join(PATIENCE);
      // One more round: the dispatcher may have begun something while it was told to stop.
      List<Running> left = List.copyOf(running.values());
      left.forEach(job -> job.run().stop());
      for (Running job : left) job.thread().join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void dispatch() {
    while (!stopping) {
      try {
        boolean _ = woken.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        woken.drainPermits();
        if (stopping) return;
        renew();
        for (Open job : open()) {
          if (stopping || running.size() - lent.get() >= parallel) break;
          if (free(job) && room(job)) begin(job);
        }
      } catch (InterruptedException e) {
        return;
      } catch (JdbiException e) {
        if (stopping) return;
        // The store may be away for a moment; jobs wait for it rather than end the program.
        log.warn("The store can't be read; jobs wait and try again: {}", e.getMessage());
        pause();
      } catch (RuntimeException e) {
        if (stopping) return;
        log.error("jobs could not be looked for; trying again in a moment", e);
        pause();
      }
    }
  }

  // What was interrupted goes on before anything new begins.
  private List<Open> open() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select id, kind, epoch, claimed_by, claimed_until from jobs
                    where state in ('waiting', 'running', 'undoing')
                    order by case state when 'waiting' then 1 else 0 end, id
                    """)
                .map(
                    (row, context) ->
                        new Open(
                            UUID.fromString(row.getString("id")),
                            row.getString("kind"),
                            row.getLong("epoch"),
                            Optional.ofNullable(row.getString("claimed_by")),
                            Instant.ofEpochMilli(row.getLong("claimed_until"))))
                .list());
  }

  private boolean free(Open job) {
    if (running.containsKey(job.id())) return false;
    return job.holder().isEmpty()
        || job.holder().get().equals(holder)
        || job.until().isBefore(clock.instant())
        || Holder.gone(job.holder().get());
  }

  private boolean room(Open job) {
    int most = works.apply(job.kind()).map(work -> work.atOnce(parallel)).orElse(parallel);
    return running.values().stream().filter(one -> one.kind().equals(job.kind())).count() < most;
  }

  private void begin(Open job) {
    Optional<Claim> taken = Claim.take(database, clock, job.id(), holder, job.epoch());
    if (taken.isEmpty()) return;
    Claim claim = taken.get();
    JobRun run =
        new JobRun(claim, new Ending(claim, audit), clock, () -> watchers.changed(claim.id()));
    Thread thread = Thread.ofVirtual().name("job-" + claim.id()).unstarted(() -> run(claim, run));
    running.put(claim.id(), new Running(job.kind(), run, thread));
    thread.start();
  }

  private void run(Claim claim, JobRun run) {
    try {
      run.run(works);
      if (stopping) claim.release();
    } catch (ClaimLost e) {
      log.info("{}; it is left alone", e.getMessage());
    } catch (InterruptedException e) {
      log.debug("job {} was interrupted", claim.id());
    } catch (JdbiException e) {
      // The job stands where it was and goes on after a pause.
      if (!stopping) {
        String why = e.getMessage();
        log.warn("The store can't be written; job {} waits and goes on: {}", claim.id(), why);
        pause();
      }
    } catch (RuntimeException e) {
      log.error("job {} could not go on; trying again in a moment", claim.id(), e);
      if (!stopping) pause();
    } finally {
      running.remove(claim.id());
      wake();
    }
  }

  private void renew() {
    Instant now = clock.instant();
    if (renewedAt.isAfter(now.minus(Claim.KEPT.dividedBy(3)))) return;
    Claim.renew(database, holder, now);
    renewedAt = now;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
