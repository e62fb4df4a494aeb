package io.innkeeper.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal: any thread writes, one thread brings it to disk. Whoever waits for a record is
 * called back after the one flush that made it durable together with everything written meanwhile.
 * The first segment of a folder is numbered by the second of its making, so a folder that stands in
 * the place of a lost one begins behind whatever that one held. Thread-safe.
 */
public final class Journal implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Journal.class);

  private final Path directory;
  private final FileChannel lock;
  private final Recovery recovery;
  private final JournalWriter writer;

  private Journal(Path directory, FileChannel lock, Recovery recovery, JournalWriter writer) {
    this.directory = directory;
    this.lock = lock;
    this.recovery = recovery;
    this.writer = writer;
  }

  /**
   * Opens the journal of a folder: cuts off what stands behind the last segment's last whole
   * record, keeping its bytes beside it, and begins a new segment.
   *
   * @throws IOException if the folder can't be read or written
   */
  public static Journal open(Path directory, JournalSettings settings, Clock clock)
      throws IOException {
    return tryOpen(directory, settings, clock)
        .orElseThrow(() -> new IOException(directory + " is written by another process"));
  }

  /**
   * The same, unless another process writes it.
   *
   * @return empty if one does
   */
  public static Optional<Journal> tryOpen(Path directory, JournalSettings settings, Clock clock)
      throws IOException {
    Files.createDirectories(directory);
    FileChannel lock =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (locked(lock)) return Optional.of(open(directory, settings, clock, lock));
      lock.close();
      return Optional.empty();
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  private static boolean locked(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static Journal open(
      Path directory, JournalSettings settings, Clock clock, FileChannel lock) throws IOException {
    List<Long> numbers = SegmentFile.numbers(directory);
    long next = numbers.isEmpty() ? clock.instant().getEpochSecond() : numbers.getLast() + 1;
    Recovery recovery =
        numbers.isEmpty()
            ? new Recovery(new Position(next - 1, 0), 0, Optional.empty())
            : recover(directory, numbers.getLast());
    JournalWriter writer =
        new JournalWriter(
            directory,
            SegmentFile.create(directory, next),
            settings.segment(),
            SegmentFile::create);
    writer.start();
    return new Journal(directory, lock, recovery, writer);
  }

  private static Recovery recover(Path directory, long last) throws IOException {
    Position end = JournalReader.end(directory, last);
    Path file = SegmentFile.path(directory, last);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      byte[] torn = Damage.at(channel, end.offset(), channel.size()).bytes();
      Optional<Path> kept = Optional.empty();
      if (torn.length > 0) {
        Path aside = file.resolveSibling(file.getFileName() + ".torn");
        Files.write(aside, torn);
        kept = Optional.of(aside);
        log.warn(
            "The journal's last record was torn: {} bytes behind {} were put aside in {}",
            torn.length,
            end,
            aside.getFileName());
      }
      channel.truncate(end.offset());
      channel.force(true);
      return new Recovery(end, torn.length, kept);
    }
  }

  /** What the opening found. */
  public Recovery recovery() {
    return recovery;
  }

  /**
   * Writes a record, so that it survives the process, but not the machine until a later flush.
   *
   * @return whether it was written; otherwise it waits in memory until the journal can be written
   */
  public boolean write(byte kind, byte[] payload) {
    return writer.add(kind, payload, Optional.empty());
  }

  /** Writes a record and calls back once it is on disk. */
  public void write(byte kind, byte[] payload, Durable done) {
    writer.add(kind, payload, Optional.of(done));
  }

  /** Why nothing can be written at present; empty while all is well. */
  public Optional<String> trouble() {
    return writer.trouble();
  }

  /** Up to where everything is on disk. */
  public Position durable() {
    return writer.durable();
  }

  /** Figures for the operator. */
  public JournalFigures figures() {
    return writer.figures();
  }

  /**
   * Reads what is on disk from a position on.
   *
   * @throws IOException if the folder can't be listed
   */
  public JournalReader read(Position from) throws IOException {
    return new JournalReader(directory, from, durable());
  }

  /** How many bytes on disk lie behind a position; as many as could be found out. */
  public long bytesAfter(Position from) {
    Position end = durable();
    long bytes = end.offset() - (from.segment() == end.segment() ? from.offset() : 0);
    try {
      for (long number : SegmentFile.numbers(directory)) {
        if (number < from.segment() || number >= end.segment()) continue;
        long size = Files.size(SegmentFile.path(directory, number));
        bytes += size - (number == from.segment() ? from.offset() : 0);
      }
    } catch (IOException e) {
      // A segment may be removed just now: what it held is in the ledger.
      log.debug("the journal's length could not be read", e);
    }
    return Math.max(0, bytes);
  }

  /** Whether a position lies in this folder, and not in one that stood in its place. */
  public boolean holds(Position position) {
    return position.segment() <= durable().segment()
        && Files.exists(SegmentFile.path(directory, position.segment()));
  }

  /** Where the first segment begins that was written to after an instant. */
  public Position writtenSince(Instant since) throws IOException {
    for (long number : SegmentFile.numbers(directory)) {
      Path file = SegmentFile.path(directory, number);
      if (Files.getLastModifiedTime(file).toInstant().isAfter(since))
        return new Position(number, 0);
    }
    return durable();
  }

  /**
   * Removes whole segments that end before a position and were last written before an instant.
   *
   * @return how many
   */
  public int forget(Position drained, Instant before) throws IOException {
    int removed = 0;
    for (long number : SegmentFile.numbers(directory)) {
      Path file = SegmentFile.path(directory, number);
      boolean old = Files.getLastModifiedTime(file).toInstant().isBefore(before);
      if (number < drained.segment() && number < durable().segment() && old) {
        Files.delete(file);
        removed++;
      }
    }
    return removed;
  }

  /** Writes what is still waiting, then ends. */
  @Override
  public void close() {
    writer.close();
    try {
      lock.close();
    } catch (IOException e) {
      log.warn("The journal's lock was not closed well", e);
    }
  }
}
