package io.innkeeper.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** How a record lies in a segment: length of the payload, CRC-32C, kind, payload. */
final class Frame {
  /** int length, int crc, byte kind. */
  static final int HEADER = 9;

  /** No record is longer; a length beyond it is damage. */
  static final int LONGEST = 1 << 20;

  private Frame() {}

  static ByteBuffer of(byte kind, byte[] payload) {
    return ByteBuffer.allocate(HEADER + payload.length)
        .putInt(payload.length)
        .putInt(crc(kind, payload))
        .put(kind)
        .put(payload)
        .flip();
  }

  static int crc(byte kind, byte[] payload) {
    CRC32C crc = new CRC32C();
    crc.update(kind);
    crc.update(payload, 0, payload.length);
    return (int) crc.getValue();
  }

  /** How many bytes the whole record takes that begins at an index; 0 if none does. */
  static int wholeAt(ByteBuffer bytes, int index) {
    if (bytes.limit() - index < HEADER) return 0;
    int length = bytes.getInt(index);
    if (length <= 0 || length > LONGEST || bytes.limit() - index - HEADER < length) return 0;
    if (bytes.get(index + HEADER - 1) <= 0) return 0;
    CRC32C crc = new CRC32C();
    crc.update(bytes.slice(index + HEADER - 1, length + 1));
    return (int) crc.getValue() == bytes.getInt(index + 4) ? HEADER + length : 0;
  }
}
