package io.innkeeper.advisor;

import io.innkeeper.doctor.Finding;
import io.innkeeper.fault.Fault;
import java.util.Locale;

/**
 * Something weak.
 *
 * @param place what it is about, the same for as long as it lasts: {@code sign-up.brzoza}
 * @param what was found, in a sentence
 * @param why it matters
 * @param command what mends it, ready to be copied; empty when no single one does
 */
public record Advice(String place, Severity severity, String what, String why, String command) {
  /** From what can wait to what can't. */
  public enum Severity {
    LOW,
    MEDIUM,
    HIGH;

    /** As written in the API, the CLI and the store. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a severity's word.
     *
     * @throws Fault INVALID naming the words there are
     */
    public static Severity parse(String word) {
      for (Severity one : values()) if (one.word().equals(word)) return one;
      throw Fault.invalidField(
          "level", "severity", "“" + word + "” is no level. There are low, medium and high.");
    }
  }

  public Advice {
    place = place.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
  }

  /** The check that found it: the place's first word. */
  public String check() {
    int dot = place.indexOf('.');
    return dot < 0 ? place : place.substring(0, dot);
  }

  static Advice high(String place, String what, String why, String command) {
    return new Advice(place, Severity.HIGH, what, why, command);
  }

  static Advice medium(String place, String what, String why, String command) {
    return new Advice(place, Severity.MEDIUM, what, why, command);
  }

  static Advice low(String place, String what, String why, String command) {
    return new Advice(place, Severity.LOW, what, why, command);
  }

  /** What the doctor found, as advice; all being well is none. */
  static Advice of(Finding finding, int number) {
    String place = finding.name() + (number == 0 ? "" : "." + number);
    return new Advice(
        place,
        finding.state() == Finding.State.BAD ? Severity.HIGH : Severity.MEDIUM,
        finding.what(),
        finding.meaning(),
        finding.command());
  }
}
