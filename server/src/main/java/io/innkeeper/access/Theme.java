package io.innkeeper.access;

import io.innkeeper.fault.Fault;
import java.util.Locale;

/** How the console looks to one operator; {@code SYSTEM} follows the machine's own setting. */
public enum Theme {
  SYSTEM,
  LIGHT,
  DARK;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a theme's word.
   *
   * @throws Fault INVALID naming the themes there are
   */
  public static Theme parse(String word) {
    for (Theme theme : values()) if (theme.word().equals(word)) return theme;
    throw Fault.invalidField("theme", "theme", "There are the themes system, light and dark.");
  }
}
