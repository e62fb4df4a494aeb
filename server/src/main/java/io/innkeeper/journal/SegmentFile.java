package io.innkeeper.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * One segment being written. Zeros are laid ahead of the records, so that a flush has no file size
 * to write; where a length is 0 the records end.
 */
final class SegmentFile implements AutoCloseable {
  static final byte[] MAGIC = "INKJRNL1".getBytes(US_ASCII);
  private static final String SUFFIX = ".journal";
  private static final int AHEAD = 1 << 20;
  private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(AHEAD);

  private final long number;
  private final FileChannel channel;
  private long end;
  private long laid;

  private SegmentFile(long number, FileChannel channel) {
    this.number = number;
    this.channel = channel;
  }

  /** Makes a new, empty segment and flushes the folder's knowledge of it. */
  static SegmentFile create(Path directory, long number) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path(directory, number), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    SegmentFile file = new SegmentFile(number, channel);
    try {
      file.append(ByteBuffer.wrap(MAGIC));
      channel.force(true);
      flushDirectory(directory);
    } catch (IOException e) {
      try (channel) {
        Files.deleteIfExists(path(directory, number));
      }
      throw e;
    }
    return file;
  }

  static Path path(Path directory, long number) {
    return directory.resolve("%06d%s".formatted(number, SUFFIX));
  }

  /** Numbers of the segments in a folder, ascending. */
  static List<Long> numbers(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("\\d{6,18}" + SUFFIX))
          .map(name -> Long.parseLong(name.substring(0, name.length() - SUFFIX.length())))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  Position end() {
    return new Position(number, end);
  }

  /** Writes what the buffer holds behind the last record; durable only after {@link #flush()}. */
  void append(ByteBuffer records) throws IOException {
    int size = records.remaining();
    layZeros(end + size);
    long at = end;
    while (records.hasRemaining()) at += channel.write(records, at);
    end = at;
  }

  /** Returns when everything appended is on disk. */
  void flush() throws IOException {
    channel.force(false);
  }

  private void layZeros(long needed) throws IOException {
    while (laid < needed) {
      ByteBuffer zeros = ZEROS.duplicate();
      while (zeros.hasRemaining()) laid += channel.write(zeros, laid);
    }
  }

  /** Gives the zeros back. */
  @Override
  public void close() throws IOException {
    try (channel) {
      channel.truncate(end);
      channel.force(true);
    }
  }

  private static void flushDirectory(Path directory) throws IOException {
    try (FileChannel folder = FileChannel.open(directory, StandardOpenOption.READ)) {
      folder.force(true);
    }
  }
}
