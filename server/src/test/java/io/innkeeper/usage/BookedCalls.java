package io.innkeeper.usage;

import io.innkeeper.journal.Journal;
import io.innkeeper.organisation.Organisation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts calls into the books of a whole server, as a gateway of its own would. */
public final class BookedCalls implements AutoCloseable {
  private final Journal journal;
  private final Drain drain;
  private final UUID organisation;
  private final Clock clock;

  /** Journals below this folder. */
  public BookedCalls(UsageRoom usage, Organisation organisation, Path folder) {
    this(usage, organisation, folder, Clock.systemUTC());
  }

  /** Its calls come when a clock says. */
  public BookedCalls(UsageRoom usage, Organisation organisation, Path folder, Clock clock) {
    this.clock = clock;
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

  /**
   * A call of an earlier day.
   *
   * @param cost what the upstream charged, USD
   */
  public record Earlier(
      Instant at, String user, String model, CallKind kind, long prompt, long answer, String cost) {
    public static Earlier of(String at, String user, String model, String cost) {
      return new Earlier(Instant.parse(at), user, model, CallKind.CHAT, 900, 100, cost);
    }
  }

  /** Calls of earlier days, all at once. */
  public void earlier(List<Earlier> calls) {
    for (Earlier one : calls) {
      CallSettled call = of(TestingCalls.by(one.user(), one.cost()), one.at());
      CallRequest request = call.request();
      CallSettled made =
          new CallSettled(
              call.call(),
              call.payer(),
              new CallRequest(
                  request.id(),
                  request.endpoint(),
                  one.kind(),
                  one.model(),
                  request.stream(),
                  request.upstream(),
                  request.pseudonym(),
                  request.bytes()),
              call.answer(),
              call.times(),
              call.reserved(),
              new Tokens(one.prompt(), one.answer(), 0, 0, 0, 0, 0, 0),
              call.charge(),
              call.unsettled());
      for (CallEvent event : List.of(TestingCalls.sent(made), TestingCalls.opened(made)))
        journal.write(CallCodec.kind(event), CallCodec.bytes(event));
      journal.write(CallCodec.kind(made), CallCodec.bytes(made));
    }
    TestingCalls.write(journal);
    drain.catchUp();
  }

  private UUID book(CallSettled call) {
    CallSettled ours = of(call, clock.instant());
    TestingCalls.whole(journal, ours);
    drain.catchUp();
    return call.call();
  }

  private CallSettled of(CallSettled call, Instant arrived) {
    Payer payer = call.payer();
    CallTimes times = call.times();
    return new CallSettled(
        call.call(),
        new Payer(organisation, Optional.empty(), payer.key(), payer.user(), payer.markup()),
        call.request(),
        call.answer(),
        new CallTimes(
            arrived,
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
  }

  @Override
  public void close() {
    drain.close();
    journal.close();
  }
}
