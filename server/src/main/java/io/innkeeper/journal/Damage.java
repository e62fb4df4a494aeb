package io.innkeeper.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Bytes of a segment that are no whole record.
 *
 * @param bytes without zeros at their end
 * @param recordFollows whether a whole record stands behind them
 */
record Damage(byte[] bytes, boolean recordFollows) {

  /** What stands from an offset on before the next whole record, or before the end. */
  static Damage at(FileChannel file, long offset, long until) throws IOException {
    if (until <= offset) return new Damage(new byte[0], false);
    // Read, not mapped: under a mapping a file mustn't be cut, and its end is when it is closed.
    ByteBuffer rest = ByteBuffer.allocate(Math.toIntExact(until - offset));
    int read = 0;
    while (rest.hasRemaining() && read >= 0) read = file.read(rest, offset + rest.position());
    return first(rest.flip());
  }

  /** A checksum that fits by chance is one in four thousand million. */
  private static Damage first(ByteBuffer rest) {
    int written = 0;
    for (int at = 0; at < rest.limit(); at++) {
      if (at > 0 && Frame.wholeAt(rest, at) > 0) return new Damage(copy(rest, at), true);
      if (rest.get(at) != 0) written = at + 1;
    }
    return new Damage(copy(rest, written), false);
  }

  private static byte[] copy(ByteBuffer from, int length) {
    byte[] bytes = new byte[length];
    from.get(0, bytes);
    return bytes;
  }

  JournalRecord between(Position at, Position next) {
    byte kind = JournalRecord.DAMAGED;
    return new JournalRecord(at, next, kind, bytes, Frame.crc(kind, bytes));
  }
}
