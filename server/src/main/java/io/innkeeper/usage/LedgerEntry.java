package io.innkeeper.usage;

import io.innkeeper.money.Usd;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** What one line of the ledger says. */
public sealed interface LedgerEntry {
  /** The organisation's day on which it counts. */
  LocalDate day();

  Share share();

  Tokens tokens();

  Usd cost();

  Usd billed();

  /** How sure a cost is. */
  enum State {
    /** The upstream said it in its answer. */
    SETTLED,
    /** The upstream said it later, in its own record of the call, or a person found it out. */
    RECONCILED,
    /** Reckoned by us, because the upstream never said it. */
    ESTIMATED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * A call and what it cost. It counts on the day it arrived, as its budget was held then.
   *
   * @param call as the journal told it, with tokens and answer as the upstream told them last
   * @param billed the cost times the markup, rounded once to 10⁻¹² USD
   */
  record Generation(
      LocalDate day, CallSettled call, Charge charge, Usd billed, State state, Origin origin)
      implements LedgerEntry {

    /** A call at a cost. */
    public static Generation of(
        CallSettled call, Charge charge, State state, ZoneId zone, Origin origin) {
      return new Generation(
          LocalDate.ofInstant(call.times().arrived(), zone),
          call,
          charge,
          charge.cost().times(call.payer().markup()),
          state,
          origin);
    }

    /** The upstream's id of it; where there is none, ours. */
    public String generation() {
      return call.answer().generation().orElseGet(() -> call.call().toString());
    }

    @Override
    public Share share() {
      return Share.of(call);
    }

    @Override
    public Tokens tokens() {
      return call.tokens();
    }

    @Override
    public Usd cost() {
      return charge.cost();
    }
  }

  /**
   * A signed amount that is no call: what the upstream later told to differ from our estimate, or a
   * person's refund or correction. It counts on the day it is written; what was closed stays.
   *
   * @param tokens the difference to what the line it refers to says
   * @param upstream whose figures it brings ours in line with; empty for what is only between the
   *     organisation and us
   * @param arrived when the call it is about arrived, or when it was written
   */
  record Signed(
      LocalDate day,
      Share share,
      Tokens tokens,
      Usd cost,
      Usd billed,
      BigDecimal markup,
      Optional<Long> refersTo,
      String author,
      String reason,
      String upstream,
      Instant arrived)
      implements LedgerEntry {
    /** Whether the upstream told it. */
    public boolean correction() {
      return !upstream.isEmpty();
    }
  }
}
