package io.innkeeper.usage;

import io.innkeeper.money.Usd;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what calls did cost whose answer did not tell. When to ask next is in the store, so a
 * restart forgets nothing; after a day an estimate stands in, and the truth is still asked for.
 */
public final class Reconciliation implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);
  private static final int AT_ONCE = 16;
  private static final Duration SHORTEST = Duration.ofMillis(200);
  private static final Duration LOOK = Duration.ofSeconds(30);

  private final Database database;
  private final GenerationLookup lookup;
  private final Estimator estimator;
  private final UnsettledCalls calls;
  private final Clock clock;
  private final Semaphore woken = new Semaphore(0);
  private final Thread thread = Thread.ofVirtual().name("reconciliation").unstarted(this::loop);
  private volatile boolean closing;

  public Reconciliation(
      Database database,
      GenerationLookup lookup,
      Estimator estimator,
      UnsettledCalls calls,
      Clock clock) {
    this.database = database;
    this.lookup = lookup;
    this.estimator = estimator;
    this.calls = calls;
    this.clock = clock;
  }

  /** Goes on by itself from here. */
  public void start() {
    thread.start();
  }

  /** There may be more to ask about than a moment ago. */
  public void wake() {
    woken.release();
  }

  private void loop() {
    while (!closing) {
      try {
        run();
        if (woken.tryAcquire(pause().toMillis(), TimeUnit.MILLISECONDS)) woken.drainPermits();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        // The store is away; what is due stays due.
        log.warn("Calls without a cost could not be looked through: {}", e.getClass().getName());
        log.debug("the reconciliation's turn failed", e);
        woken.drainPermits();
        LockSupport.parkNanos(LOOK.toNanos());
      }
    }
  }

  /** Until the next one is due, but not long: another process may add some. */
  private Duration pause() {
    Instant now = clock.instant();
    Instant next = database.read(UnsettledRows::nextTry).orElse(Instant.MAX);
    Instant latest = now.plus(LOOK);
    Instant at = next.isBefore(latest) ? next : latest;
    Duration pause = Duration.between(now, at);
    return pause.compareTo(SHORTEST) > 0 ? pause : SHORTEST;
  }

  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    try {
      if (thread.getState() != Thread.State.NEW) thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks about all that are due. */
  void run() {
    List<UnsettledCall> due = due();
    while (!due.isEmpty()) {
      boolean noted = ask(due);
      due = noted && due.size() == AT_ONCE ? due() : List.of();
    }
  }

  /** Asks about some at once; false if what came back could not be noted for all. */
  private boolean ask(List<UnsettledCall> due) {
    AtomicBoolean noted = new AtomicBoolean(true);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (UnsettledCall one : due) {
        threads.execute(
            () -> {
              if (!ask(one)) noted.set(false);
            });
      }
    }
    return noted.get();
  }

  private List<UnsettledCall> due() {
    Instant now = clock.instant();
    return database.read(handle -> UnsettledRows.due(handle, now, AT_ONCE));
  }

  private boolean ask(UnsettledCall unsettled) {
    try {
      switch (answer(unsettled)) {
        case GenerationLookup.Found(GenerationRecord record) -> calls.found(unsettled, record);
        case GenerationLookup.NotYet() ->
            notFound(unsettled, "The upstream has no record of it yet.", true);
        case GenerationLookup.Refused(String reason) ->
            notFound(unsettled, reason, unsettled.call().answer().generation().isPresent());
        case GenerationLookup.Never(String reason) -> notFound(unsettled, reason, false);
      }
      return true;
    } catch (JdbiException e) {
      // This one stays due and is asked about at a later turn.
      log.warn("What call {} did cost could not be written down", unsettled.call().call(), e);
      return false;
    }
  }

  private GenerationLookup.Answer answer(UnsettledCall unsettled) {
    CallSettled call = unsettled.call();
    Optional<String> generation = call.answer().generation();
    if (generation.isEmpty()) {
      return new GenerationLookup.Refused("The upstream told no id to ask for.");
    }
    try {
      return lookup.find(call.request().upstream(), call.payer().organisation(), generation.get());
    } catch (RuntimeException e) {
      // Whatever the upstream's client trips over counts as a try: the loop must survive.
      log.warn("The upstream could not be asked for call {}", call.call(), e);
      return new GenerationLookup.Refused("The upstream could not be asked.");
    }
  }

  /**
   * @param askable whether the upstream may tell later
   */
  private void notFound(UnsettledCall unsettled, String answer, boolean askable) {
    int tries = unsettled.tries() + 1;
    boolean wanted = unsettled.estimate().isEmpty() && (!askable || Lookups.exhausted(tries));
    Optional<Usd> estimate = wanted ? estimator.estimate(unsettled.call()) : Optional.empty();
    String said =
        wanted && estimate.isEmpty() ? answer + " Nothing is known to reckon it by." : answer;
    boolean again = askable || estimate.isEmpty();
    Optional<Instant> next = again ? Lookups.next(clock.instant(), tries) : Optional.empty();
    calls.notFound(unsettled, said, next, estimate);
  }
}
