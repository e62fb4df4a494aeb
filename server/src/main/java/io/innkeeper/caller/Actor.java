package io.innkeeper.caller;

import java.util.Optional;
import java.util.UUID;

/**
 * Who acts, from where, in which request. Innkeeper itself is the actor of what it does unasked.
 *
 * @param name as shown: an operator's name, {@code token …} or {@code Innkeeper}
 * @param address the caller's network address, {@code -} for Innkeeper itself
 * @param requestId ties the audit line to the log
 */
public record Actor(Kind kind, Optional<UUID> id, String name, String address, String requestId) {
  /** What sort of caller. */
  public enum Kind {
    OPERATOR,
    TOKEN,
    SYSTEM
  }

  /**
   * Innkeeper acting by itself, for example the reconciler. {@code why} stands in for the request
   * id.
   */
  public static Actor innkeeper(String why) {
    return new Actor(Kind.SYSTEM, Optional.empty(), "Innkeeper", "-", why);
  }
}
