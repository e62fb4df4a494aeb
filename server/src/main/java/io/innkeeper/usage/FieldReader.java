package io.innkeeper.usage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** Reads what {@link FieldWriter} wrote, in the same order. */
final class FieldReader {
  private final byte[] bytes;
  private int at;

  FieldReader(byte[] bytes) {
    this.bytes = bytes;
  }

  long number() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = bytes[at++];
      value |= (next & 0x7FL) << shift;
      if (next >= 0) return (value >>> 1) ^ -(value & 1);
    }
    throw new IllegalArgumentException("a number of more than 64 bits");
  }

  boolean flag() {
    return bytes[at++] != 0;
  }

  String text() {
    int length = Math.toIntExact(number());
    String text = new String(bytes, at, length, UTF_8);
    at += length;
    // PostgreSQL keeps no NUL, and one in a name must not hold up everybody's lines.
    return text.indexOf(0) < 0 ? text : text.replace("\0", "");
  }

  UUID id() {
    return new UUID(eight(), eight());
  }

  private long eight() {
    long value = 0;
    for (int i = 0; i < 8; i++) value = value << 8 | bytes[at++] & 0xFF;
    return value;
  }
}
