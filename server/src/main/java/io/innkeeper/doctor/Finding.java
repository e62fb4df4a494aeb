package io.innkeeper.doctor;

import java.util.Locale;

/**
 * What one check found.
 *
 * @param name what was looked at, for example {@code disk}
 * @param what was found, in a sentence
 * @param meaning what follows from it; empty when all is well
 * @param command what mends it, ready to be copied; empty when there is no such command
 */
public record Finding(String name, State state, String what, String meaning, String command) {
  /** From well to worst. */
  public enum State {
    OK,
    WARN,
    BAD;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** All is well. */
  public static Finding ok(String name, String what) {
    return new Finding(name, State.OK, what, "", "");
  }

  /** Works now, but somebody should look. */
  public static Finding warn(String name, String what, String meaning, String command) {
    return new Finding(name, State.WARN, what, meaning, command);
  }

  /** Something doesn't work. */
  public static Finding bad(String name, String what, String meaning, String command) {
    return new Finding(name, State.BAD, what, meaning, command);
  }
}
