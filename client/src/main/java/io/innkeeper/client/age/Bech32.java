package io.innkeeper.client.age;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;

/** Bytes as letters with a checksum (BIP 173), as age writes keys. */
final class Bech32 {
  private static final String LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };
  private static final int CHECKED = 6;

  private Bech32() {}

  static String written(String kind, byte[] bytes) {
    byte[] data = regrouped(bytes, 8, 5, true);
    StringBuilder text = new StringBuilder(kind).append('1');
    for (byte five : data) text.append(LETTERS.charAt(five));
    int sum = checksum(kind, Arrays.copyOf(data, data.length + CHECKED)) ^ 1;
    for (int i = 0; i < CHECKED; i++)
      text.append(LETTERS.charAt(sum >> 5 * (CHECKED - 1 - i) & 31));
    return text.toString();
  }

  /** The bytes of a text of this kind. */
  static byte[] read(String kind, String text) throws AgeException {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    if (!lower.startsWith(kind + "1") || lower.length() < kind.length() + 1 + CHECKED)
      throw new AgeException("That is no key of this kind; one begins with " + kind + "1.");
    String letters = lower.substring(kind.length() + 1);
    byte[] data = new byte[letters.length()];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) LETTERS.indexOf(letters.charAt(i));
      if (data[i] < 0) throw new AgeException("The key holds a sign that no key has.");
    }
    if (checksum(kind, data) != 1) throw new AgeException("The key is mistyped.");
    return regrouped(Arrays.copyOf(data, data.length - CHECKED), 5, 8, false);
  }

  private static int checksum(String kind, byte[] data) {
    int sum = 1;
    for (int i = 0; i < kind.length(); i++) sum = step(sum, kind.charAt(i) >> 5);
    sum = step(sum, 0);
    for (int i = 0; i < kind.length(); i++) sum = step(sum, kind.charAt(i) & 31);
    for (byte five : data) sum = step(sum, five);
    return sum;
  }

  private static int step(int sum, int value) {
    int top = sum >> 25;
    int next = (sum & 0x1ffffff) << 5 ^ value;
    for (int i = 0; i < GENERATOR.length; i++) if ((top >> i & 1) == 1) next ^= GENERATOR[i];
    return next;
  }

  private static byte[] regrouped(byte[] from, int width, int to, boolean padded) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int bits = 0;
    int held = 0;
    for (byte value : from) {
      held = held << width | value & (1 << width) - 1;
      bits += width;
      while (bits >= to) {
        bits -= to;
        out.write(held >> bits & (1 << to) - 1);
      }
      held &= (1 << bits) - 1;
    }
    if (padded && bits > 0) out.write(held << to - bits & (1 << to) - 1);
    return out.toByteArray();
  }
}
