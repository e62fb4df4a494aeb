package io.innkeeper.infrastructure.reading;

import io.innkeeper.fault.Fault;
import java.util.Locale;

/** How a password was read. */
public enum Way {
  SHOW("looked at it"),
  COPY("copied it"),
  EXPORT("took it along in a file"),
  DRILL("opened it in the break-glass drill");

  private final String done;

  Way(String done) {
    this.done = done;
  }

  /** As it is told afterwards: “Ola copied it”. */
  public String done() {
    return done;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Way of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /**
   * Reads how one password is wanted.
   *
   * @throws Fault INVALID naming both
   */
  public static Way asked(String word) {
    return switch (word) {
      case "show" -> SHOW;
      case "copy" -> COPY;
      default ->
          throw Fault.invalidField(
              "way", "way", "“" + word + "” is no way to read a password: show or copy.");
    };
  }
}
