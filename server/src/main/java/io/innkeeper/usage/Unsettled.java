package io.innkeeper.usage;

import java.util.Locale;

/** Why the exact cost of a call isn't known yet. The journal keeps its number: new ones go last. */
public enum Unsettled {
  CLIENT_LEFT("The caller hung up before the answer was whole."),
  UPSTREAM_CUT("The upstream's answer broke off."),
  ERROR_IN_ANSWER("The upstream reported an error inside its answer."),
  NO_USAGE("The upstream's answer carried no usage."),
  COST_MISSING("The upstream named tokens but no cost."),
  UNREADABLE("The upstream's usage could not be read."),
  NO_ANSWER("The upstream did not answer after it had the request."),
  OUTCOME_UNKNOWN("The gateway ended while the call was on its way."),
  ZERO_USAGE("The upstream named no tokens and a cost of nothing for its answer.");

  private final String sentence;

  Unsettled(String sentence) {
    this.sentence = sentence;
  }

  /** For people. */
  public String sentence() {
    return sentence;
  }

  /** As stored and shown to programs: {@code client-left}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The reason of a word.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Unsettled of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
