package io.innkeeper.usage;

import io.innkeeper.money.Usd;
import java.util.Optional;
import java.util.UUID;

/**
 * A call has ended, with its exact cost or with the reason why that is not known yet.
 *
 * @param reserved the worst case that had been held
 * @param charge empty exactly while it is unsettled
 * @param unsettled why the cost isn't known; empty if it is
 */
public record CallSettled(
    UUID call,
    Payer payer,
    CallRequest request,
    CallAnswer answer,
    CallTimes times,
    Usd reserved,
    Tokens tokens,
    Optional<Charge> charge,
    Optional<Unsettled> unsettled)
    implements CallEvent {
  public CallSettled {
    if (charge.isPresent() == unsettled.isPresent()) {
      throw new IllegalArgumentException("a call is settled or has a reason why it isn't");
    }
  }
}
