package io.innkeeper.former;

import java.util.Locale;

/** Sizes in the words of before: {@code 36.0 KB}. */
final class Human {
  private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};

  private Human() {}

  static String size(long bytes) {
    double size = bytes;
    int unit = 0;
    for (; size >= 1024 && unit < UNITS.length - 1; unit++) size /= 1024;
    return String.format(Locale.ROOT, "%.1f %s", size, UNITS[unit]);
  }
}
