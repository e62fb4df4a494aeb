package io.innkeeper.infrastructure.reading;

import io.innkeeper.fault.Fault;
import java.util.List;
import java.util.Locale;

/** What a person may do with passwords; none of them follows from another. */
public enum Right {
  /** See a password on the screen. */
  REVEAL("show it"),
  /** Take it along without seeing it. */
  COPY("copy it"),
  /** Read passwords that are no longer the latest. */
  HISTORY("read earlier ones"),
  /** Take all passwords of an environment along in a file. */
  EXPORT("export them"),
  /** Have SDDC Manager change passwords, or how often it does. */
  CHANGE("change it"),
  /** Try whether one still signs in. */
  TRY("try it");

  private final String deed;

  Right(String deed) {
    this.deed = deed;
  }

  /** As a sentence needs it: “You may not …”. */
  public String deed() {
    return deed;
  }

  /** As written in the API and the store. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a right's word.
   *
   * @throws Fault INVALID naming all
   */
  public static Right parse(String word) {
    for (Right right : values()) if (right.word().equals(word.strip())) return right;
    throw Fault.invalidField(
        "rights",
        "right",
        "“" + word + "” is no right. There are reveal, copy, history, export, change and try.");
  }

  static List<Right> parse(List<String> words) {
    return words.stream().map(Right::parse).distinct().sorted().toList();
  }
}
