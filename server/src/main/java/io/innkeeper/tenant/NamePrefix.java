package io.innkeeper.tenant;

import io.innkeeper.fault.Fault;
import java.util.regex.Pattern;

/** How the names of containers and networks begin, as the engine allows it. */
public record NamePrefix(String value) {
  private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,31}");

  /**
   * Reads a prefix.
   *
   * @throws Fault INVALID saying what it may hold
   */
  public static NamePrefix parse(String text) {
    if (!FORM.matcher(text).matches())
      throw Fault.invalid(
          "name-prefix",
          "“"
              + text
              + "” can't begin a container's name: that is a letter or digit, then at most 31"
              + " letters, digits, or _ . - of them.");
    return new NamePrefix(text);
  }

  @Override
  public String toString() {
    return value;
  }
}
