package io.innkeeper.usage;

import io.innkeeper.journal.Journal;
import io.innkeeper.journal.JournalReader;
import io.innkeeper.journal.Position;
import io.innkeeper.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what the journal holds into the ledger, batch by batch; each batch and the position behind
 * it are one transaction, so it may be stopped anywhere and begins again where it was. While the
 * store can't be written it tries again: the journal keeps everything meanwhile. Turns are taken by
 * one thread at a time.
 */
public final class Drain implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Drain.class);
  private static final int MOST = 3_000;
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(10);
  // Made before it is needed: then there may be no memory.
  private static final Optional<String> ENDED =
      Optional.of("its thread has ended, so the server must be started anew");

  private final Database database;
  private final Journal journal;
  private final String node;
  private final Clock clock;
  private final BatchWriter writer;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread =
      Thread.ofPlatform().daemon().name("drain").priority(Thread.MIN_PRIORITY).unstarted(this::run);
  private volatile @Nullable Position position;
  private volatile Position known = Position.START;
  private volatile Instant caughtUp;
  private volatile Position seen = Position.START;
  private volatile Optional<String> trouble = Optional.empty();
  private volatile long records;
  private volatile long lines;
  private volatile long unreadable;
  private Position oneByOneUntil = Position.START;
  private boolean full;
  private boolean orphansFound;
  private volatile Runnable drained = () -> {};

  /**
   * @param node the gateway whose journal this is
   * @param zones where an organisation's days begin
   */
  public Drain(
      Database database, Journal journal, String node, Clock clock, Function<UUID, ZoneId> zones) {
    this.database = database;
    this.journal = journal;
    this.node = node;
    this.clock = clock;
    this.caughtUp = clock.instant();
    Books books = new Books(database.dialect(), clock);
    this.writer = new BatchWriter(database.dialect(), books, clock, zones);
  }

  /** Goes on by itself from here. */
  public void start() {
    thread.start();
  }

  /** Whoever follows the ledger hears of each batch after its commit; be brief. */
  public void tell(Runnable listener) {
    drained = listener;
  }

  /**
   * Brings everything that is on disk now; before {@link #start()}.
   *
   * @throws JdbiException if the store can't be written
   */
  public void catchUp() {
    Position wanted = journal.durable();
    while (seen.compareTo(wanted) < 0) turn();
  }

  /** Takes one batch; answers how many records it held, 0 when there is nothing to do. */
  int turn() {
    full = false;
    Position limit = journal.durable();
    if (seen.compareTo(limit) >= 0) return caughtUp();
    try {
      Batch batch = read();
      if (batch.isEmpty()) {
        findOrphans();
        seen = limit;
        return caughtUp();
      }
      write(batch);
      full = batch.end().compareTo(oneByOneUntil) <= 0 || batch.records() == MOST;
      return batch.records();
    } catch (Throwable e) {
      position = null; // whether the last commit succeeded is only known by the store
      throw e;
    }
  }

  private int caughtUp() {
    caughtUp = clock.instant();
    return 0;
  }

  private Batch read() {
    Position from = position == null ? storedPosition() : position;
    known = from;
    int most = from.compareTo(oneByOneUntil) < 0 ? 1 : MOST;
    try (JournalReader reader = journal.read(from)) {
      return Batch.read(node, reader, from, most);
    } catch (IOException e) {
      throw new UncheckedIOException("The journal can't be read", e);
    }
  }

  private Position storedPosition() {
    Position stored = database.read(handle -> BatchWriter.position(handle, node));
    if (stored.equals(Position.START) || journal.holds(stored)) return stored;
    log.error(
        "The ledger knows this journal up to {}, which isn't there; it ends at {}: another folder"
            + " stands in its place. It is read from its beginning; nothing is counted twice.",
        stored,
        journal.durable());
    return Position.START;
  }

  private void write(Batch batch) {
    try {
      commit(batch, true);
      return;
    } catch (JdbiException | ArithmeticException e) {
      if (RefusedData.of(e).isEmpty()) throw e;
    }
    carefully(batch);
  }

  private void carefully(Batch batch) {
    try {
      commit(batch, false);
    } catch (JdbiException | ArithmeticException e) {
      Optional<String> refusal = RefusedData.of(e);
      if (refusal.isEmpty()) throw e;
      // One record that the store won't have must not hold up all behind it: find it, set it aside.
      if (batch.records() == 1) commit(batch.refused(refusal.get()), false);
      else oneByOneUntil = batch.end();
    }
  }

  private void commit(Batch batch, boolean trusting) {
    int added = database.write(handle -> writer.write(handle, batch, trusting));
    position = batch.end();
    known = batch.end();
    records += batch.records();
    lines += added;
    unreadable += batch.unreadable().size();
    drained.run();
    for (Batch.Unreadable found : batch.unreadable()) {
      log.error(
          "The journal's record at {} could not be understood ({}); it stays there. All of them:"
              + " innkeeper ledger unreadable",
          found.record().at(),
          found.why());
    }
  }

  /** Once everything of earlier starts has been read, what they left open has no one to end it. */
  private void findOrphans() {
    if (orphansFound) return;
    long first = journal.recovery().end().segment() + 1;
    int found;
    do {
      found = database.write(handle -> writer.orphans(handle, node, first, MOST));
    } while (found == MOST);
    orphansFound = true;
  }

  private void run() {
    try {
      Duration delay = POLL;
      while (!closed(delay)) delay = round(delay);
    } finally {
      if (closing.getCount() > 0) trouble = ENDED;
    }
  }

  /** Takes what there is; answers how long to wait before the next time. */
  private Duration round(Duration delay) {
    try {
      // Whatever gathers meanwhile goes in one transaction: small ones cost most by their number.
      do turn();
      while (full && closing.getCount() > 0);
      if (trouble.isPresent()) log.info("The ledger is written again");
      trouble = Optional.empty();
      return POLL;
    } catch (Throwable e) {
      // The loop must survive whatever happens: the journal holds everything.
      String why = plainly(e);
      if (trouble.isEmpty())
        log.warn("The ledger can't be written ({}); the journal keeps everything", why);
      log.debug("the drain's turn failed", e);
      trouble = Optional.of(why);
      Duration longer = delay.multipliedBy(2);
      return longer.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : longer;
    }
  }

  /** The innermost reason: those around it repeat the whole statement with its values. */
  private static String plainly(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) cause = cause.getCause();
    return cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }

  private boolean closed(Duration delay) {
    try {
      return closing.await(delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  /** Figures for the operator. */
  public DrainFigures figures() {
    Position durable = journal.durable();
    boolean upToDate = seen.compareTo(durable) >= 0;
    return new DrainFigures(
        known,
        durable,
        upToDate ? 0 : journal.bytesAfter(known),
        upToDate ? Duration.ZERO : Duration.between(caughtUp, clock.instant()),
        upToDate,
        records,
        lines,
        unreadable,
        trouble);
  }

  /** Removes segments of the journal that have been in the ledger for so long. */
  public int forget(Duration keep) {
    try {
      return journal.forget(storedPosition(), clock.instant().minus(keep));
    } catch (IOException e) {
      throw new UncheckedIOException("Old segments of the journal can't be removed", e);
    }
  }

  /** Ends after the batch at hand. */
  @Override
  public void close() {
    closing.countDown();
    try {
      if (thread.isAlive() && !thread.join(Duration.ofSeconds(10))) thread.interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
