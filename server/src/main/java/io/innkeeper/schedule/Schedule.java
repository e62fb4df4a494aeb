package io.innkeeper.schedule;

import io.innkeeper.fault.Fault;
import io.innkeeper.store.Database;
import io.innkeeper.store.Holder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what is due, each task on a thread of its own, in the one process that holds the lease. The
 * others look on, and one of them goes on when the holder has ended.
 */
public final class Schedule implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Schedule.class);
  private static final Duration LOOK = Duration.ofSeconds(10);
  private static final Duration SHORTEST_LOOK = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Database database;
  private final Clock clock;
  private final String name;
  private final String holder = Holder.here().toString();
  private final List<DueTask> tasks = new CopyOnWriteArrayList<>();
  private final Map<String, Thread> running = new ConcurrentHashMap<>();
  private final Semaphore woken = new Semaphore(0);
  private final Thread looking = Thread.ofVirtual().name("schedule").unstarted(this::look);
  private volatile boolean stopping;
  private @Nullable Lease lease;

  /**
   * @param name of the lease: one process at a time runs the schedule of this name
   */
  public Schedule(Database database, Clock clock, String name) {
    this.database = database;
    this.clock = clock;
    this.name = name;
  }

  /** Makes tasks known; before {@link #start}. */
  public void add(DueTask... more) {
    for (DueTask task : more) {
      if (tasks.stream().anyMatch(known -> known.name().equals(task.name())))
        throw new IllegalArgumentException("two tasks are called " + task.name());
      tasks.add(task);
    }
  }

  public void start() {
    looking.start();
  }

  /** Every task with its last run and when it is due; whoever runs it. */
  public List<ScheduledTask> tasks() {
    Map<String, TaskRun> runs = database.read(TaskRun::all);
    Instant now = clock.instant();
    return tasks.stream()
        .map(task -> ScheduledTask.of(task, Optional.ofNullable(runs.get(task.name())), now))
        .toList();
  }

  /** Looks now for what is due, not in a moment. */
  void wake() {
    woken.release();
  }

  /** Interrupts what runs and gives the lease back; what was cut off is due for the next holder. */
  @Override
  public void close() {
    stopping = true;
    woken.release();
    try {
      if (looking.getState() != Thread.State.NEW) looking.join(PATIENCE);
      leave();
      for (Thread thread : running.values()) thread.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    release();
  }

  private void look() {
    while (!stopping) {
      Duration pause = LOOK;
      try {
        pause = pass();
      } catch (RuntimeException e) {
        // The store may be away for a moment; what is due waits for it.
        log.warn("The schedule could not be read; trying again in a moment: {}", e.getMessage());
      }
      try {
        boolean _ = woken.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
        woken.drainPermits();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Begins what is due, if this process may; answers how soon it is worth looking again. */
  synchronized Duration pass() {
    Optional<Lease> held = held();
    if (held.isEmpty()) return LOOK;
    Instant now = clock.instant();
    // Before the rows: what ends in between is left for the next look, not taken for cut off.
    Set<String> busy = Set.copyOf(running.keySet());
    Map<String, TaskRun> runs = database.read(TaskRun::all);
    Map<String, String> wishes = database.read(TaskWishes::all);
    Duration pause = LOOK;
    for (DueTask task : tasks) {
      if (stopping || busy.contains(task.name())) continue;
      TaskRun last = runs.get(task.name());
      String wish = wishes.get(task.name());
      Instant due = last == null || wish != null ? now : last.next(task, now);
      if (!due.isAfter(now)) begin(task, held.get(), now, wish == null ? "" : wish);
      else if (Duration.between(now, due).compareTo(pause) < 0) pause = Duration.between(now, due);
    }
    return pause.compareTo(SHORTEST_LOOK) < 0 ? SHORTEST_LOOK : pause;
  }

  private Optional<Lease> held() {
    if (lease == null) {
      lease = Lease.take(database, clock, name, holder).orElse(null);
      return Optional.ofNullable(lease);
    }
    try {
      if (lease.renew()) return Optional.of(lease);
    } catch (JdbiException e) {
      if (lease.ranOut()) leave();
      throw e;
    }
    log.warn("Another process runs what is due now; this one stops doing so.");
    leave();
    return Optional.empty();
  }

  private synchronized void leave() {
    running.values().forEach(Thread::interrupt);
    if (!stopping) lease = null;
  }

  private synchronized void release() {
    if (lease == null) return;
    try {
      lease.release();
    } catch (JdbiException e) {
      log.warn("The schedule's lease could not be given back and runs out by itself.", e);
    }
    lease = null;
  }

  private void begin(DueTask task, Lease held, Instant now, String by) {
    Thread thread = Thread.ofVirtual().name(task.name()).unstarted(() -> run(task, held, now));
    running.put(task.name(), thread);
    boolean noted = false;
    try {
      database.change(
          handle -> {
            held.hold(handle);
            TaskWishes.granted(handle, task.name());
            TaskRun.begun(handle, task.name(), now, by);
          });
      noted = true;
    } finally {
      if (!noted) running.remove(task.name());
    }
    thread.start();
  }

  private void run(DueTask task, Lease held, Instant begun) {
    try {
      TaskRun.Outcome outcome = outcome(task, held);
      database.change(
          handle -> {
            held.hold(handle);
            TaskRun.ended(handle, task.name(), begun, clock.instant(), outcome);
          });
    } catch (LeaseLost e) {
      log.info("{} ended after the lease had gone; its outcome is not kept", task.name());
    } catch (InterruptedException e) {
      log.debug("{} was interrupted", task.name());
    } catch (JdbiException e) {
      log.warn("{} ended, but its outcome could not be kept: {}", task.name(), e.getMessage());
    } finally {
      running.remove(task.name());
      woken.release();
    }
  }

  private TaskRun.Outcome outcome(DueTask task, Lease held) throws InterruptedException {
    try {
      return new TaskRun.Outcome(false, task.act().run(held));
    } catch (LeaseLost e) {
      throw e;
    } catch (RuntimeException e) {
      // Whatever a task throws is its outcome; the schedule must survive it.
      if (stopping || Thread.interrupted()) throw new InterruptedException(task.name());
      String said = e instanceof Fault fault ? fault.said() : String.valueOf(e.getMessage());
      boolean known = e instanceof Fault || e instanceof JdbiException;
      if (known) log.warn("{} did not succeed this time: {}", task.name(), said);
      else log.warn("{} did not succeed this time", task.name(), e);
      return new TaskRun.Outcome(true, said.equals("null") ? e.toString() : said);
    }
  }
}
