package io.innkeeper.access;

import java.time.Instant;
import java.util.UUID;

/**
 * One sign-in that still lasts.
 *
 * @param operator whose it is
 * @param address from where it was started
 * @param agent the program that started it, as it called itself
 * @param lastSeen to the minute
 * @param endsAt when it ends if nobody uses it
 */
public record Session(
    UUID id,
    UUID operator,
    OperatorName name,
    Kind kind,
    String address,
    String agent,
    Instant createdAt,
    Instant lastSeen,
    Instant endsAt) {

  /** Where the token lives: in a browser's cookie, or with the command line. */
  public enum Kind {
    BROWSER(RandomToken.BROWSER),
    CLI(RandomToken.CLI);

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }

    String prefix() {
      return prefix;
    }
  }
}
