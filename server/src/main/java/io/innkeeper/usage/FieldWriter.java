package io.innkeeper.usage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.UUID;

/** Fields one after another: numbers as zig-zag varints, texts as their length and UTF-8. */
final class FieldWriter {
  private byte[] bytes;
  private int end;

  FieldWriter(int expected) {
    bytes = new byte[expected];
  }

  FieldWriter number(long value) {
    need(10);
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      bytes[end++] = (byte) (rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    bytes[end++] = (byte) rest;
    return this;
  }

  FieldWriter flag(boolean value) {
    need(1);
    bytes[end++] = (byte) (value ? 1 : 0);
    return this;
  }

  FieldWriter text(String value) {
    byte[] utf8 = value.getBytes(UTF_8);
    number(utf8.length);
    need(utf8.length);
    System.arraycopy(utf8, 0, bytes, end, utf8.length);
    end += utf8.length;
    return this;
  }

  FieldWriter id(UUID value) {
    need(16);
    eight(value.getMostSignificantBits());
    eight(value.getLeastSignificantBits());
    return this;
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, end);
  }

  private void eight(long value) {
    for (int shift = 56; shift >= 0; shift -= 8) bytes[end++] = (byte) (value >>> shift);
  }

  private void need(int more) {
    if (end + more > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(end + more, end * 2));
  }
}
