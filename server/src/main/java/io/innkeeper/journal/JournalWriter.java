package io.innkeeper.journal;

import io.innkeeper.settings.ByteSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. Each turn takes what has gathered, appends it with one write and, if
 * somebody waits, flushes once. After a failure nothing of the turn counts as written: it is
 * written again into a new segment, until that succeeds. Meanwhile nobody waits: whoever asks hears
 * that the record isn't safe yet.
 */
final class JournalWriter implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(JournalWriter.class);
  private static final int TURN_BYTES = 1 << 20;
  private static final Duration AGAIN = Duration.ofMillis(500);
  private static final Entry END = new Entry((byte) 0, new byte[0], Optional.empty());

  private record Entry(byte kind, byte[] payload, Optional<Durable> done) {
    void tell(boolean safe) {
      try {
        done.ifPresent(waiting -> waiting.done(safe));
      } catch (RuntimeException e) {
        // One listener that is gone must not keep the others' records from the disk.
        log.debug("nobody heard that a record is on disk", e);
      }
    }

    /** The same record when its listener has heard; it is still flushed as one waited for. */
    Entry heard() {
      return new Entry(kind, payload, done.map(waiting -> safe -> {}));
    }
  }

  private final Path directory;
  private final long segmentBytes;
  private final LinkedTransferQueue<Entry> queue = new LinkedTransferQueue<>();
  private final Deque<Entry> behind = new ArrayDeque<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(TURN_BYTES + Frame.HEADER + Frame.LONGEST);
  private final Thread thread = Thread.ofPlatform().daemon().name("journal").unstarted(this::run);
  private SegmentFile segment;
  private long nextSegment;
  private volatile Position durable;
  private volatile Optional<String> trouble = Optional.empty();
  private volatile long records;
  private volatile long flushes;
  private volatile long flushNanos;

  JournalWriter(Path directory, SegmentFile first, ByteSize segmentSize) {
    this.directory = directory;
    this.segmentBytes = segmentSize.bytes();
    this.segment = first;
    this.nextSegment = first.end().segment() + 1;
    this.durable = first.end();
  }

  void start() {
    thread.start();
  }

  void add(byte kind, byte[] payload, Optional<Durable> done) {
    if (kind <= 0) throw new IllegalArgumentException("a record's kind is above 0");
    if (payload.length == 0 || payload.length > Frame.LONGEST) {
      throw new IllegalArgumentException("a record of " + payload.length + " bytes");
    }
    waiting.incrementAndGet();
    queue.add(new Entry(kind, payload, done));
  }

  Optional<String> trouble() {
    return trouble;
  }

  Position durable() {
    return durable;
  }

  JournalFigures figures() {
    return new JournalFigures(records, flushes, flushNanos, waiting.get());
  }

  private void run() {
    List<Entry> turn = new ArrayList<>();
    boolean going = true;
    while (going) {
      boolean more = gather(turn);
      going = bringToDisk(turn) && more;
      waiting.addAndGet(-turn.size());
      turn.clear();
    }
    closeSegment();
  }

  /** Takes what has gathered, waiting for the first; false after the last. */
  private boolean gather(List<Entry> turn) {
    int bytes = 0;
    Entry entry = behind.isEmpty() ? take() : behind.poll();
    while (entry != null && entry != END) {
      turn.add(entry);
      bytes += Frame.size(entry.payload());
      entry = bytes < TURN_BYTES ? poll() : null;
    }
    return entry != END;
  }

  private @Nullable Entry poll() {
    return behind.isEmpty() ? queue.poll() : behind.poll();
  }

  private Entry take() {
    while (true) {
      try {
        return queue.take();
      } catch (InterruptedException e) {
        // Only close() ends this thread, by its mark in the queue: what waits must reach the disk.
        log.debug("the journal's thread was interrupted", e);
      }
    }
  }

  /** Writes a turn, however often it takes; false when the program ends before that. */
  private boolean bringToDisk(List<Entry> turn) {
    while (!turn.isEmpty()) {
      try {
        write(turn);
        if (trouble.isPresent()) log.info("The journal is written again");
        trouble = Optional.empty();
        turn.forEach(entry -> entry.tell(true));
        return true;
      } catch (IOException | RuntimeException e) {
        // Whatever it is: this thread is the only one that writes, so it must not end.
        if (trouble.isEmpty()) {
          log.error("The journal can't be written; the gateway takes no new calls", e);
        }
        trouble = Optional.of(String.valueOf(e.getMessage()));
        keepWaiting(turn);
        if (!awaitNextTry()) return false;
      }
    }
    return true;
  }

  /** Tells all who wait, also those behind this turn, that their record isn't on disk yet. */
  private void keepWaiting(List<Entry> turn) {
    turn.forEach(entry -> entry.tell(false));
    turn.replaceAll(Entry::heard);
    for (Entry entry = queue.poll(); entry != null; entry = queue.poll()) {
      entry.tell(false);
      behind.add(entry == END ? END : entry.heard());
    }
  }

  private void write(List<Entry> turn) throws IOException {
    if (trouble.isPresent() || segment.end().offset() >= segmentBytes) roll();
    buffer.clear();
    boolean waited = false;
    for (Entry entry : turn) {
      Frame.put(buffer, entry.kind(), entry.payload());
      waited |= entry.done().isPresent();
    }
    segment.append(buffer.flip());
    if (waited || trouble.isPresent()) {
      long before = System.nanoTime();
      segment.flush();
      flushNanos += System.nanoTime() - before;
      flushes++;
      durable = segment.end();
    }
    records += turn.size();
  }

  /** A flush that failed may have dropped pages, so the old segment is never trusted again. */
  private void roll() throws IOException {
    SegmentFile fresh = SegmentFile.create(directory, nextSegment++);
    closeSegment();
    segment = fresh;
  }

  private void closeSegment() {
    try {
      segment.close();
      durable = segment.end();
    } catch (IOException e) {
      log.warn("A segment of the journal was not closed well", e);
    }
  }

  /** Waits before the next try; false when the program ends meanwhile. */
  private boolean awaitNextTry() {
    try {
      TimeUnit.MILLISECONDS.sleep(AGAIN.toMillis());
    } catch (InterruptedException e) {
      return false;
    }
    return true;
  }

  @Override
  public void close() {
    queue.add(END);
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
