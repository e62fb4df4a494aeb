package io.innkeeper.usage;

import io.innkeeper.journal.Journal;
import io.innkeeper.journal.JournalSettings;
import io.innkeeper.money.Usd;
import io.innkeeper.settings.ByteSize;
import io.innkeeper.store.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/** The vocabulary of tests about calls: what the gateway would write into the journal. */
final class TestingCalls {
  static final UUID BRZOZA = new UUID(1, 1);
  static final UUID TENANT = new UUID(2, 2);
  static final UUID KEY = new UUID(3, 3);
  static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
  static final Instant NOON = Instant.parse("2026-11-25T11:00:00Z");

  /** Reasons that come with an answer's tokens never told. */
  private static final Set<Unsettled> UNBEGUN =
      Set.of(Unsettled.NO_ANSWER, Unsettled.CLIENT_LEFT, Unsettled.OUTCOME_UNKNOWN);

  /** Ids begin with the time of their making, so these are made when the calls arrive. */
  private static final Ids IDS = new Ids(Clock.fixed(NOON, ZoneOffset.UTC));

  private TestingCalls() {}

  /** A call by anna at noon that cost so much. */
  static CallSettled costing(String cost) {
    UUID call = IDS.next();
    return call(call, Optional.of("gen-" + call), "anna", NOON, charge(cost), Optional.empty());
  }

  static CallSettled at(Instant arrived, String cost) {
    UUID call = IDS.next();
    return call(call, Optional.of("gen-" + call), "anna", arrived, charge(cost), Optional.empty());
  }

  static CallSettled by(String user, String cost) {
    UUID call = IDS.next();
    return call(call, Optional.of("gen-" + call), user, NOON, charge(cost), Optional.empty());
  }

  /** A call by somebody whom no signature proved. */
  static CallSettled claiming(String user, String cost) {
    CallSettled call = by(user, cost);
    Payer payer = call.payer();
    EndUser claimed = new EndUser(user, user, false);
    return new CallSettled(
        call.call(),
        new Payer(
            payer.organisation(),
            payer.tenant(),
            payer.key(),
            Optional.of(claimed),
            payer.markup()),
        call.request(),
        call.answer(),
        call.times(),
        call.reserved(),
        call.tokens(),
        call.charge(),
        call.unsettled());
  }

  static CallSettled withGeneration(String generation, String cost) {
    return call(IDS.next(), Optional.of(generation), "anna", NOON, charge(cost), Optional.empty());
  }

  static CallSettled withoutGeneration(String cost) {
    return call(IDS.next(), Optional.empty(), "anna", NOON, charge(cost), Optional.empty());
  }

  static CallSettled unsettled(String generation, Unsettled reason) {
    return call(
        IDS.next(),
        Optional.of(generation).filter(id -> !id.isEmpty()),
        "anna",
        NOON,
        Optional.empty(),
        Optional.of(reason));
  }

  static CallSent sent(CallSettled call) {
    return new CallSent(
        call.call(), call.times().arrived(), call.payer(), call.request(), call.reserved(), "");
  }

  static CallOpened opened(CallSettled call) {
    return new CallOpened(call.call(), call.answer().generation().orElseThrow());
  }

  static Optional<Charge> charge(String cost) {
    return Optional.of(new Charge(Usd.parse(cost), cost, false));
  }

  private static CallSettled call(
      UUID call,
      Optional<String> generation,
      String user,
      Instant arrived,
      Optional<Charge> charge,
      Optional<Unsettled> reason) {
    Payer payer =
        new Payer(
            BRZOZA,
            Optional.of(TENANT),
            KEY,
            Optional.of(new EndUser(user, "Żółć " + user, true)),
            new BigDecimal("1.3"));
    CallRequest request =
        new CallRequest(
            "req-" + call,
            "/v1/chat/completions",
            CallKind.CHAT,
            "acme/lark",
            true,
            "openrouter",
            "p",
            1_700);
    return new CallSettled(
        call,
        payer,
        request,
        new CallAnswer(200, generation, "acme/lark-1", "Acme", "stop", 1_200),
        new CallTimes(arrived, 50, 110, 240, 613_000, 9_841_000, 9_900_000),
        Usd.parse("0.5"),
        reason.filter(UNBEGUN::contains).isPresent()
            ? Tokens.NONE
            : new Tokens(21, 9, 3, 0, 4, 0, 0, 0),
        charge,
        reason);
  }

  static Journal journal(Path directory) {
    return journal(directory, Clock.systemUTC());
  }

  static Journal journal(Path directory, Clock clock) {
    try {
      return Journal.open(
          directory, new JournalSettings(new ByteSize(1 << 20), Duration.ofDays(30)), clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes events and waits until they are on disk. */
  static void write(Journal journal, CallEvent... events) {
    for (CallEvent event : events) journal.write(CallCodec.kind(event), CallCodec.bytes(event));
    flush(journal);
  }

  /** A whole call as the gateway journals it. */
  static void whole(Journal journal, CallSettled... calls) {
    for (CallSettled call : calls) {
      write(journal, sent(call));
      call.answer().generation().ifPresent(id -> write(journal, opened(call)));
      write(journal, call);
    }
  }

  private static void flush(Journal journal) {
    CountDownLatch done = new CountDownLatch(1);
    CallSettled marker = costing("0");
    journal.write(CallCodec.OPENED, CallCodec.bytes(opened(marker)), safe -> done.countDown());
    try {
      done.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
