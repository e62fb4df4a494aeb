package io.innkeeper.job;

import io.innkeeper.store.Database;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs on virtual threads, so many at a time; what a crash interrupted is taken up at the same
 * step.
 */
final class JobRunner implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

  private final Database database;
  private final JobStore store;
  private final JobWatchers watchers;
  private final Map<String, Work> works;
  private final Clock clock;
  private final Semaphore free;
  private final Ended ended;
  private final Map<UUID, JobRun> running = new ConcurrentHashMap<>();
  private final Map<UUID, Thread> threads = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition woken = lock.newCondition();
  private boolean stirred;
  private volatile boolean stopping;

  /** Told inside the transaction that ends a job. */
  interface Ended {
    void tell(Handle handle, Job job);
  }

  JobRunner(
      Database database,
      JobStore store,
      JobWatchers watchers,
      Map<String, Work> works,
      Clock clock,
      int parallel,
      Ended ended) {
    this.database = database;
    this.store = store;
    this.watchers = watchers;
    this.works = works;
    this.clock = clock;
    this.free = new Semaphore(parallel);
    this.ended = ended;
  }

  void start() {
    Thread.ofVirtual().name("jobs").start(this::dispatch);
    wake();
  }

  void wake() {
    lock.lock();
    try {
      stirred = true;
      woken.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void cancel(UUID id) {
    Optional.ofNullable(running.get(id)).ifPresent(JobRun::cancel);
    Optional.ofNullable(threads.get(id)).ifPresent(Thread::interrupt);
  }

  /** The same job with the words its running step says right now. */
  Job live(Job job) {
    JobRun run = running.get(job.id());
    return run == null ? job : run.live(job);
  }

  @Override
  public void close() {
    stopping = true;
    wake();
    threads.values().forEach(Thread::interrupt);
    for (Thread thread : List.copyOf(threads.values())) {
      try {
        thread.join(java.time.Duration.ofSeconds(5));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void dispatch() {
    while (!stopping) {
      try {
        awaitWake();
        for (UUID id : database.read(store::unended)) {
          if (stopping) return;
          if (running.containsKey(id)) continue;
          free.acquire();
          begin(id);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        if (stopping) return;
        // The store may be away for a moment; jobs wait for it rather than end the program.
        log.error("Jobs could not be read from the store; trying again in a moment", e);
        pause();
      }
    }
  }

  private void begin(UUID id) {
    Job job = database.read(handle -> store.find(handle, id)).orElse(null);
    Work work = job == null ? null : works.get(job.kind());
    if (job == null || work == null || job.state().ended()) {
      free.release();
      return;
    }
    JobRun run =
        new JobRun(database, store, watchers, clock, ended, job, work.steps(job), () -> stopping);
    running.put(id, run);
    threads.put(id, Thread.ofVirtual().name("job-" + id).start(() -> finish(id, run)));
  }

  private void finish(UUID id, JobRun run) {
    try {
      run.run();
    } catch (RuntimeException e) {
      log.error("Job {} was left where it stood; it goes on after the next start", id, e);
    } finally {
      threads.remove(id);
      running.remove(id);
      free.release();
      wake();
    }
  }

  private void awaitWake() throws InterruptedException {
    lock.lock();
    try {
      while (!stirred) woken.await();
      stirred = false;
    } finally {
      lock.unlock();
    }
  }

  private void pause() {
    try {
      Thread.sleep(java.time.Duration.ofSeconds(2));
      wake();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
