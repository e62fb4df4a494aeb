package io.innkeeper.journal;

import io.innkeeper.settings.ByteSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Any thread appends, under a short lock: when that returns, the system has the record's bytes and
 * they survive this process. One thread flushes, if somebody waits, whatever was appended by then.
 * After a failure nothing since the last flush counts as written: it is written again into a new
 * segment, until that succeeds. Meanwhile nobody waits: whoever asks hears that the record isn't
 * safe yet.
 */
final class JournalWriter implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(JournalWriter.class);
  private static final int MOST_UNFLUSHED = 1 << 20;
  private static final Duration AGAIN = Duration.ofMillis(500);
  // Made before they are needed: then there may be no memory.
  private static final Optional<String> FAILED = Optional.of("it failed");
  private static final Optional<String> CLOSED = Optional.of("it is closed");
  private static final Optional<String> ENDED =
      Optional.of("the thread that writes it has ended, so the server must be started anew");

  /** Begins a segment. */
  @FunctionalInterface
  interface Segments {
    SegmentFile create(Path directory, long number) throws IOException;
  }

  private record Entry(ByteBuffer frame, Optional<Durable> done) {
    void tell(boolean safe) {
      try {
        done.ifPresent(waiting -> waiting.done(safe));
      } catch (Throwable e) {
        // One listener that is gone must not keep the others' records from the disk.
        log.debug("nobody heard that a record is on disk", e);
      }
    }

    /** The same record when its listener has heard. */
    Entry heard() {
      return done.isEmpty() ? this : new Entry(frame, Optional.empty());
    }
  }

  private final Path directory;
  private final long segmentBytes;
  private final Segments segments;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Thread thread = Thread.ofPlatform().daemon().name("journal").unstarted(this::run);

  // These belong to the lock.
  private final List<Entry> unflushed = new ArrayList<>();
  private long unflushedBytes;
  private boolean wanted;
  private boolean closing;
  private SegmentFile segment;

  private long nextSegment;
  private volatile Position durable;
  private volatile Optional<String> trouble = Optional.empty();
  private volatile int waiting;
  private volatile long records;
  private volatile long flushes;
  private volatile long flushNanos;

  JournalWriter(Path directory, SegmentFile first, ByteSize segmentSize, Segments segments) {
    this.directory = directory;
    this.segmentBytes = segmentSize.bytes();
    this.segments = segments;
    this.segment = first;
    this.nextSegment = first.end().segment() + 1;
    this.durable = first.end();
  }

  void start() {
    thread.start();
  }

  /** Answers whether the record's bytes are with the system; else they wait in memory. */
  boolean add(byte kind, byte[] payload, Optional<Durable> done) {
    if (kind <= 0) throw new IllegalArgumentException("a record's kind is above 0");
    if (payload.length == 0 || payload.length > Frame.LONGEST) {
      throw new IllegalArgumentException("a record of " + payload.length + " bytes");
    }
    Entry entry = new Entry(Frame.of(kind, payload), done);
    // A file is closed under whoever is interrupted while writing.
    boolean interrupted = Thread.interrupted();
    boolean written = appended(entry);
    if (interrupted) Thread.currentThread().interrupt();
    if (!written) entry.tell(false);
    return written;
  }

  private boolean appended(Entry entry) {
    lock.lock();
    try {
      unflushed.add(entry);
      waiting = unflushed.size();
      unflushedBytes += entry.frame().limit();
      boolean written = trouble.isEmpty() && append(entry);
      if (!written) unflushed.set(unflushed.size() - 1, entry.heard());
      if (entry.done().isPresent() || !written || unflushedBytes > MOST_UNFLUSHED) want();
      return written;
    } finally {
      lock.unlock();
    }
  }

  private boolean append(Entry entry) {
    try {
      segment.append(entry.frame().duplicate());
      records++;
      return true;
    } catch (Throwable e) {
      troubled(e);
      return false;
    }
  }

  private void want() {
    if (wanted) return;
    wanted = true;
    work.signal();
  }

  Optional<String> trouble() {
    return trouble;
  }

  Position durable() {
    return durable;
  }

  JournalFigures figures() {
    return new JournalFigures(records, flushes, flushNanos, waiting);
  }

  private void run() {
    Optional<String> end = ENDED;
    try {
      boolean going = true;
      while (going) going = turn();
      end = CLOSED;
    } catch (Throwable e) {
      lastWords(e);
    } finally {
      trouble = end;
    }
  }

  private static void lastWords(Throwable e) {
    try {
      log.error("The journal's thread ends", e);
    } catch (Throwable none) {
      // Then only the trouble tells it.
    }
  }

  /** One flush with all that it takes; false after the last. */
  private boolean turn() {
    boolean last = awaitWork();
    try {
      if (trouble.isPresent()) {
        tellThatItTakesLonger();
        if (!awaitNextTry()) return false;
        writeAgain();
      } else {
        flush();
      }
      return !last || !closed();
    } catch (Throwable e) {
      // Whatever it is: this thread is the only one that flushes, so it must not end.
      troubled(e);
      return true;
    }
  }

  /** Answers whether the journal is being closed. */
  private boolean awaitWork() {
    lock.lock();
    try {
      while (!wanted && !closing && trouble.isEmpty()) await();
      wanted = false;
      return closing;
    } finally {
      lock.unlock();
    }
  }

  private void await() {
    try {
      work.await();
    } catch (InterruptedException e) {
      // Only close() ends this thread, by its mark: what waits must reach the disk.
      log.debug("the journal's thread was interrupted", e);
    }
  }

  private void flush() throws IOException {
    SegmentFile file;
    int count;
    Position end;
    lock.lock();
    try {
      file = segment;
      count = unflushed.size();
      end = segment.end();
    } finally {
      lock.unlock();
    }
    if (count > 0) flush(file, count, end);
    if (end.offset() >= segmentBytes) roll();
  }

  private void flush(SegmentFile file, int count, Position end) throws IOException {
    long before = System.nanoTime();
    file.flush();
    flushNanos += System.nanoTime() - before;
    flushes++;
    confirm(count, end);
  }

  /** The first so many records are on disk. */
  private void confirm(int count, Position end) {
    List<Entry> safe;
    lock.lock();
    try {
      List<Entry> first = unflushed.subList(0, count);
      safe = List.copyOf(first);
      first.clear();
      waiting = unflushed.size();
      for (Entry entry : safe) unflushedBytes -= entry.frame().limit();
      durable = end;
    } finally {
      lock.unlock();
    }
    safe.forEach(entry -> entry.tell(true));
  }

  /** Goes on in a new segment; what was appended to the old one meanwhile is flushed with it. */
  private void roll() throws IOException {
    SegmentFile fresh = segments.create(directory, nextSegment++);
    Position begin = fresh.end();
    SegmentFile old;
    int count;
    lock.lock();
    try {
      old = segment;
      segment = fresh;
      count = unflushed.size();
    } finally {
      lock.unlock();
    }
    old.close();
    confirm(count, begin);
  }

  /** A flush that failed may have dropped pages, so the old segment is never trusted again. */
  private void writeAgain() throws IOException {
    SegmentFile fresh = segments.create(directory, nextSegment++);
    SegmentFile old;
    lock.lock();
    try {
      old = segment;
      segment = fresh;
    } finally {
      lock.unlock();
    }
    giveUp(old);
    List<Entry> turn = stillUnflushed();
    while (!turn.isEmpty()) {
      for (Entry entry : turn) fresh.append(entry.frame().duplicate());
      records += turn.size();
      flush(fresh, turn.size(), fresh.end());
      turn = stillUnflushed();
    }
    log.info("The journal is written again");
  }

  /** What must still be written; with the last of it the trouble is over. */
  private List<Entry> stillUnflushed() {
    lock.lock();
    try {
      if (unflushed.isEmpty()) trouble = Optional.empty();
      return List.copyOf(unflushed);
    } finally {
      lock.unlock();
    }
  }

  private void troubled(Throwable e) {
    boolean first = trouble.isEmpty();
    trouble = FAILED;
    if (first) log.error("The journal can't be written; the gateway takes no new calls", e);
    trouble = Optional.of(String.valueOf(e.getMessage()));
  }

  private void tellThatItTakesLonger() {
    List<Entry> all;
    lock.lock();
    try {
      all = List.copyOf(unflushed);
      unflushed.replaceAll(Entry::heard);
    } finally {
      lock.unlock();
    }
    all.forEach(entry -> entry.tell(false));
  }

  /** Ends the last segment unless something must still be written. */
  private boolean closed() throws IOException {
    lock.lock();
    try {
      if (trouble.isPresent() || !unflushed.isEmpty()) return false;
      trouble = CLOSED;
      segment.close();
      durable = segment.end();
      return true;
    } finally {
      lock.unlock();
    }
  }

  private static void giveUp(SegmentFile old) {
    try {
      old.close();
    } catch (IOException e) {
      log.warn("A segment of the journal was not closed well", e);
    }
  }

  /** Waits before the next try; false when the program ends meanwhile. */
  private boolean awaitNextTry() {
    try {
      TimeUnit.MILLISECONDS.sleep(AGAIN.toMillis());
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closing = true;
      work.signal();
    } finally {
      lock.unlock();
    }
    try {
      thread.join(Duration.ofSeconds(5));
      if (thread.isAlive()) {
        log.error(
            "The journal could not be written until the end: {}", trouble.orElse("no reason"));
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
