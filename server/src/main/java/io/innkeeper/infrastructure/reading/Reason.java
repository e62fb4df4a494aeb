package io.innkeeper.infrastructure.reading;

import io.innkeeper.fault.Fault;

/** Why somebody reads a password, in their words. */
public record Reason(String words) {
  public static final Reason NONE = new Reason("");
  private static final int FEWEST = 4;
  private static final int MOST = 300;

  /**
   * Reads a reason.
   *
   * @param demanded whether there must be one
   * @throws Fault INVALID when there is none that tells something
   */
  public static Reason parse(String typed, boolean demanded) {
    String words = typed.strip().replaceAll("\\s+", " ");
    if (words.length() > MOST)
      throw Fault.invalidField("reason", "reason-long", "At most 300 characters.");
    if (!demanded || words.length() >= FEWEST) return new Reason(words);
    throw Fault.invalidField(
            "reason",
            "reason-missing",
            "Say in a few words why you need it. It goes into the audit.")
        .advising("For example the ticket and what is done: Rebuild of the host, ticket 4312.");
  }
}
