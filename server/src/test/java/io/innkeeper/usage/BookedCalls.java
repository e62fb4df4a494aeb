package io.innkeeper.usage;

import io.innkeeper.journal.Journal;
import io.innkeeper.organisation.Organisation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Puts calls into the books of a whole server, as a gateway of its own would. */
public final class BookedCalls implements AutoCloseable {
  private final Journal journal;
  private final Drain drain;
  private final UUID organisation;

  /** Journals below this folder. */
  public BookedCalls(UsageRoom usage, Organisation organisation, Path folder) {
    this.journal = TestingCalls.journal(folder);
    this.drain = usage.drain(journal, organisation.slug().value());
    this.organisation = organisation.id();
  }

  /** A call by somebody that has just cost so much. */
  public UUID costing(String user, String cost) {
    return book(TestingCalls.by(user, cost));
  }

  /** One whose answer broke off. */
  public UUID cutOff(String user) {
    CallSettled call = TestingCalls.unsettled("gen-" + user, Unsettled.UPSTREAM_CUT);
    return book(call);
  }

  private UUID book(CallSettled call) {
    Payer payer = call.payer();
    CallTimes times = call.times();
    CallSettled ours =
        new CallSettled(
            call.call(),
            new Payer(organisation, Optional.empty(), payer.key(), payer.user(), payer.markup()),
            call.request(),
            call.answer(),
            new CallTimes(
                Instant.now(),
                times.recognised(),
                times.admitted(),
                times.forwarded(),
                times.firstByte(),
                times.usage(),
                times.ended()),
            call.reserved(),
            call.tokens(),
            call.charge(),
            call.unsettled());
    TestingCalls.whole(journal, ours);
    drain.catchUp();
    return call.call();
  }

  @Override
  public void close() {
    drain.close();
    journal.close();
  }
}
