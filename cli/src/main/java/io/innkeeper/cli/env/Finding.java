package io.innkeeper.cli.env;

import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.Tone;

/**
 * One thing that was looked at.
 *
 * @param state {@code ok}, {@code warn} or {@code bad}
 * @param mend what to do; empty when nothing is to be done
 */
record Finding(String check, String state, String found, String mend) {
  static Finding ok(String check, String found) {
    return new Finding(check, "ok", found, "");
  }

  static Finding warn(String check, String found, String mend) {
    return new Finding(check, "warn", found, mend);
  }

  static Finding bad(String check, String found, String mend) {
    return new Finding(check, "bad", found, mend);
  }

  boolean wrong() {
    return state.equals("bad");
  }

  static Table<Finding> table() {
    return new Table<Finding>()
        .column("Check", Finding::check)
        .column("State", Finding::state, Finding::tone)
        .column("Found", Finding::found)
        .column("Mend by", Finding::mend);
  }

  private static Tone tone(Finding finding) {
    return switch (finding.state()) {
      case "bad" -> Tone.BAD;
      case "warn" -> Tone.WARNING;
      default -> Tone.PLAIN;
    };
  }
}
