package io.innkeeper.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.log.LogFolder.Part;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Arrays;
import java.util.List;

/** Whole events that stand side by side, read at once: a long log is never read whole. */
record LogBlock(long start, byte[] bytes) {
  private static final int MOST = 256 * 1024;

  /** Those that end at a place. */
  static LogBlock before(List<Part> parts, long end) throws IOException {
    Part part = parts.getFirst();
    for (Part each : parts) if (each.start() < end) part = each;
    long start = Math.max(part.start(), end - MOST);
    byte[] bytes = read(part, start, Math.min(end, part.end()));
    if (start == part.start()) return new LogBlock(start, bytes);
    int first = firstEvent(bytes);
    return new LogBlock(start + first, Arrays.copyOfRange(bytes, first, bytes.length));
  }

  /** Those of a file from a place on. */
  static LogBlock of(Part part, long from) throws IOException {
    return new LogBlock(from, read(part, from, part.end()));
  }

  List<LogEntry> entries() {
    return LogEntry.read(new String(bytes, UTF_8), start);
  }

  /** An event begins where a line does that isn't indented; one that fills a block is cut. */
  private static int firstEvent(byte[] bytes) {
    for (int i = 1; i < bytes.length; i++)
      if (bytes[i - 1] == '\n' && bytes[i] != ' ' && bytes[i] != '\n') return i;
    return 0;
  }

  private static byte[] read(Part part, long from, long to) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(part.file().toFile(), "r")) {
      byte[] bytes = new byte[Math.toIntExact(to - from)];
      file.seek(from - part.start());
      file.readFully(bytes);
      return bytes;
    }
  }
}
