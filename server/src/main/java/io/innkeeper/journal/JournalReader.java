package io.innkeeper.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads whole records from a position up to a limit. A segment ends where its zeros begin or where
 * a record is not whole; the reader goes on in the next one. Not thread-safe.
 */
public final class JournalReader implements Iterator<JournalRecord>, AutoCloseable {
  private static final int CHUNK = 1 << 18;

  private final Path directory;
  private final Iterator<Long> segments;
  private final Position limit;
  private final Position from;
  private ByteBuffer buffer = ByteBuffer.allocate(CHUNK).limit(0);
  private @Nullable FileChannel channel;
  private long segment;
  private long offset;
  private @Nullable JournalRecord next;

  JournalReader(Path directory, Position from, Position limit) throws IOException {
    this.directory = directory;
    this.from = from;
    this.limit = limit;
    this.segments =
        SegmentFile.numbers(directory).stream()
            .filter(number -> number >= from.segment() && number <= limit.segment())
            .iterator();
  }

  @Override
  public boolean hasNext() {
    try {
      while (next == null) {
        if (channel == null && !openNext()) return false;
        next = readOne().orElse(null);
        if (next == null) closeSegment();
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("The journal in " + directory + " can't be read", e);
    }
  }

  @Override
  public JournalRecord next() {
    if (!hasNext()) throw new NoSuchElementException();
    JournalRecord record = next;
    next = null;
    if (record == null) throw new NoSuchElementException();
    return record;
  }

  private boolean openNext() throws IOException {
    while (segments.hasNext()) {
      segment = segments.next();
      Path file = SegmentFile.path(directory, segment);
      try {
        channel = FileChannel.open(file, StandardOpenOption.READ);
      } catch (NoSuchFileException e) {
        continue; // removed by retention since it was listed
      }
      buffer.limit(0);
      offset = segment == from.segment() ? Math.max(from.offset(), 0) : 0;
      if (offset == 0 && !magic()) {
        closeSegment();
        continue;
      }
      return true;
    }
    return false;
  }

  private boolean magic() throws IOException {
    if (!fill(SegmentFile.MAGIC.length)) return false;
    byte[] magic = new byte[SegmentFile.MAGIC.length];
    buffer.get(magic);
    offset += magic.length;
    return Arrays.equals(magic, SegmentFile.MAGIC);
  }

  private Optional<JournalRecord> readOne() throws IOException {
    Position at = new Position(segment, offset);
    if (at.compareTo(limit) >= 0 || !fill(Frame.HEADER)) return Optional.empty();
    int length = buffer.getInt(buffer.position());
    if (length <= 0 || length > Frame.LONGEST || !fill(Frame.HEADER + length)) {
      return Optional.empty();
    }
    buffer.getInt();
    int crc = buffer.getInt();
    byte kind = buffer.get();
    byte[] payload = new byte[length];
    buffer.get(payload);
    if (crc != Frame.crc(kind, payload)) return Optional.empty();
    offset += Frame.HEADER + length;
    return Optional.of(new JournalRecord(at, new Position(segment, offset), kind, payload, crc));
  }

  /** Makes sure that so many bytes stand in the buffer; false at the file's end. */
  private boolean fill(int needed) throws IOException {
    if (buffer.remaining() >= needed) return true;
    if (channel == null) return false;
    ByteBuffer larger =
        buffer.capacity() >= needed ? buffer : ByteBuffer.allocate(needed + CHUNK).limit(0);
    if (larger != buffer) larger.limit(buffer.remaining()).put(buffer).flip();
    else larger.compact().flip();
    buffer = larger;
    long at = offset + buffer.remaining();
    int held = buffer.remaining();
    buffer.limit(buffer.capacity()).position(held);
    int read = 0;
    while (held < needed && read >= 0) {
      read = channel.read(buffer, at);
      if (read > 0) {
        held += read;
        at += read;
      }
    }
    buffer.position(0).limit(held);
    return held >= needed;
  }

  private void closeSegment() throws IOException {
    if (channel != null) channel.close();
    channel = null;
  }

  @Override
  public void close() {
    try {
      closeSegment();
    } catch (IOException e) {
      throw new UncheckedIOException("The journal in " + directory + " can't be closed", e);
    }
  }

  /** Where the last whole record of one segment ends. */
  static Position end(Path directory, long number) throws IOException {
    Position end = new Position(number, 0);
    if (Files.size(SegmentFile.path(directory, number)) >= SegmentFile.MAGIC.length) {
      end = new Position(number, SegmentFile.MAGIC.length);
    }
    Position all = new Position(number, Long.MAX_VALUE);
    try (JournalReader reader = new JournalReader(directory, new Position(number, 0), all)) {
      while (reader.hasNext()) end = reader.next().next();
    }
    return end;
  }
}
