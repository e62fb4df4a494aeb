package io.innkeeper.usage;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A call as it stands now.
 *
 * @param line its line in the ledger; empty while its cost isn't known
 * @param unsettled what is being done about a cost that the upstream did not tell; empty if it did
 */
public record ListedCall(
    CallSettled call, LocalDate day, Optional<LedgerLine> line, Optional<UnsettledCall> unsettled) {
  static ListedCall of(LedgerLine line) {
    LedgerEntry.Generation entry = (LedgerEntry.Generation) line.entry();
    return new ListedCall(entry.call(), entry.day(), Optional.of(line), Optional.empty());
  }

  /** A call that waits for its cost. */
  public static ListedCall of(UnsettledCall unsettled) {
    return new ListedCall(
        unsettled.call(), unsettled.day(), Optional.empty(), Optional.of(unsettled));
  }

  /** Its line's content, if it has one. */
  public Optional<LedgerEntry.Generation> generation() {
    return line.map(found -> (LedgerEntry.Generation) found.entry());
  }

  /** {@code settled}, {@code reconciled}, {@code estimated} or {@code unsettled}. */
  public String state() {
    return generation().map(entry -> entry.state().word()).orElse(CallFilter.UNSETTLED);
  }
}
