package io.innkeeper.usage;

import io.innkeeper.fault.Fault;

/** Counts what a night's comparisons came to. */
final class ComparedNight {
  private int same;
  private int differing;
  private int refused;
  private int unasked;
  private String refusal = "";
  private String silence = "";

  /**
   * A day of an organisation.
   *
   * @param day as it stands now
   * @param answer what was answered this time
   */
  record Compared(DayComparison day, UpstreamActivity.Answer answer) {}

  void add(Compared compared) {
    switch (compared.answer()) {
      case UpstreamActivity.Refused(String reason) -> {
        if (refused++ == 0) refusal = reason;
      }
      case UpstreamActivity.Unasked(String reason) -> {
        if (unasked++ == 0) silence = reason;
      }
      case UpstreamActivity.Told told -> {
        if (compared.day().drift().orElseThrow().isZero()) same++;
        else differing++;
      }
    }
  }

  /**
   * @throws Fault UPSTREAM if somebody was asked and nobody told anything
   */
  void demandAnswer() {
    if (refused == 0 || same + differing > 0) return;
    throw Fault.of(
        Fault.Kind.UPSTREAM,
        "comparison-untold",
        "Tried to compare the books with the upstream’s, but it told nothing of "
            + days(refused)
            + ": "
            + refusal);
  }

  String sentence() {
    int all = same + differing + refused + unasked;
    if (all == 0) return "No calls were made lately that an upstream could tell of.";
    String said =
        "Compared %s: %d the same, %d different, %d not told."
            .formatted(days(all), same, differing, refused + unasked);
    String why = refused > 0 ? refusal : silence;
    return why.isEmpty() ? said : said + " " + why;
  }

  private static String days(int count) {
    return count == 1 ? "one day of an organisation" : count + " days of organisations";
  }
}
