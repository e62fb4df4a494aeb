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
 * Reads records from a position up to a limit, segment by segment. Where bytes are damaged it tells
 * of them as one record that isn't {@linkplain JournalRecord#whole() whole}, and goes on with the
 * next whole one. Not thread-safe.
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
      if (offset > 0 || magic()) return true;
      closeSegment();
    }
    return false;
  }

  /** Steps over the mark at a segment's beginning; another one is damage. False without any. */
  private boolean magic() throws IOException {
    if (!fill(SegmentFile.MAGIC.length)) return false;
    byte[] magic = new byte[SegmentFile.MAGIC.length];
    buffer.get(buffer.position(), magic);
    if (!Arrays.equals(magic, SegmentFile.MAGIC)) return true;
    buffer.position(buffer.position() + magic.length);
    offset += magic.length;
    return true;
  }

  private Optional<JournalRecord> readOne() throws IOException {
    Position at = new Position(segment, offset);
    if (channel == null || at.compareTo(limit) >= 0) return Optional.empty();
    if (!fill(Frame.HEADER)) return damaged(channel, at);
    int length = buffer.getInt(buffer.position());
    if (length <= 0 || length > Frame.LONGEST || !fill(Frame.HEADER + length)) {
      return damaged(channel, at);
    }
    if (Frame.wholeAt(buffer, buffer.position()) == 0) return damaged(channel, at);
    buffer.getInt();
    int crc = buffer.getInt();
    byte kind = buffer.get();
    byte[] payload = new byte[length];
    buffer.get(payload);
    offset += Frame.HEADER + length;
    return Optional.of(new JournalRecord(at, new Position(segment, offset), kind, payload, crc));
  }

  /** What stands before the next whole record; nothing where only zeros are left. */
  private Optional<JournalRecord> damaged(FileChannel file, Position at) throws IOException {
    boolean live = segment == limit.segment() && limit.offset() < Long.MAX_VALUE;
    long until = live ? Math.min(limit.offset(), file.size()) : file.size();
    Damage found = Damage.at(file, offset, until);
    // What the writer says is on disk can't be missing, not even where zeros stand.
    offset = live && !found.recordFollows() ? limit.offset() : offset + found.bytes().length;
    if (offset == at.offset()) return Optional.empty();
    buffer.limit(0);
    return Optional.of(found.between(at, new Position(segment, offset)));
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
      while (reader.hasNext()) {
        JournalRecord record = reader.next();
        if (record.whole()) end = record.next();
      }
    }
    return end;
  }
}
