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

  static int size(byte[] payload) {
    return HEADER + payload.length;
  }

  static void put(ByteBuffer to, byte kind, byte[] payload) {
    to.putInt(payload.length).putInt(crc(kind, payload)).put(kind).put(payload);
  }

  static int crc(byte kind, byte[] payload) {
    CRC32C crc = new CRC32C();
    crc.update(kind);
    crc.update(payload, 0, payload.length);
    return (int) crc.getValue();
  }
}
