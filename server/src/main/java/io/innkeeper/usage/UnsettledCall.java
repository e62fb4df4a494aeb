package io.innkeeper.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A call whose exact cost isn't known yet.
 *
 * @param call what is known of it
 * @param nextTry when the upstream is asked again; empty if it isn't
 * @param tries how often it was asked
 * @param lastAnswer what it said last, a sentence; empty before the first try
 * @param estimate the ledger's line that stands in for it; empty while there is none
 */
public record UnsettledCall(
    CallSettled call,
    LocalDate day,
    Optional<Instant> nextTry,
    int tries,
    String lastAnswer,
    Optional<Long> estimate,
    Origin origin) {
  public Unsettled reason() {
    return call.unsettled().orElse(Unsettled.COST_MISSING);
  }
}
