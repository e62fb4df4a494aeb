package io.innkeeper.usage;

import io.innkeeper.journal.Journal;
import io.innkeeper.money.Usd;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import io.innkeeper.testing.TestingClock;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/** Puts the calls of the last thirty days into a store, as a gateway would have, for measuring. */
public final class SeededCalls {
  private static final int USERS = 20;
  private static final int MODELS = 12;

  private final Random random = new Random(4711);
  private final TestingClock clock;
  private final Ids ids;
  private final Duration period;
  private final Journal journal;
  private final List<Caller> callers;

  /** A tenant that calls, and who pays for it. */
  public record Caller(UUID organisation, UUID tenant) {}

  private SeededCalls(Journal journal, List<Caller> callers, Instant from, Duration period) {
    this.clock = new TestingClock(from);
    this.ids = new Ids(clock);
    this.period = period;
    this.journal = journal;
    this.callers = callers;
  }

  /** Journals so many calls of the last thirty days below a folder and drains them. */
  public static void fill(Database database, Path folder, List<Caller> callers, int count)
      throws InterruptedException {
    Duration period = Duration.ofDays(30);
    fill(database, folder, callers, count, Instant.now().minus(period), period);
  }

  /** The same from some time on, evenly over a period. */
  public static void fill(
      Database database,
      Path folder,
      List<Caller> callers,
      int count,
      Instant from,
      Duration period)
      throws InterruptedException {
    try (Journal journal = TestingCalls.journal(folder);
        Drain drain =
            new Drain(
                database,
                journal,
                "seed",
                Clock.systemUTC(),
                organisation -> ZoneId.of("Europe/Warsaw"))) {
      new SeededCalls(journal, callers, from, period).write(count);
      drain.catchUp();
    }
  }

  private void write(int count) throws InterruptedException {
    CountDownLatch safe = new CountDownLatch(1);
    for (int made = 0; made < count; made++) {
      clock.pass(period.dividedBy(count));
      CallSettled call = call();
      write(TestingCalls.sent(call));
      write(TestingCalls.opened(call));
      boolean last = made == count - 1;
      journal.write(CallCodec.kind(call), CallCodec.bytes(call), written -> counted(safe, last));
    }
    safe.await();
  }

  private static void counted(CountDownLatch safe, boolean last) {
    if (last) safe.countDown();
  }

  private void write(CallEvent event) {
    journal.write(CallCodec.kind(event), CallCodec.bytes(event));
  }

  private CallSettled call() {
    UUID call = ids.next();
    Caller caller = callers.get(random.nextInt(callers.size()));
    int user = random.nextInt(USERS);
    CallKind kind = random.nextInt(3) > 0 ? CallKind.CHAT : CallKind.TITLE;
    String model = "acme/lark-" + random.nextInt(MODELS);
    Usd cost = new Usd(1_000_000L + random.nextInt(1_000_000_000));
    return new CallSettled(
        call,
        payer(caller, new UUID(caller.tenant().getMostSignificantBits(), user)),
        request(call, kind, model),
        new CallAnswer(200, Optional.of("gen-" + call), model, "Acme", "stop", 1_200),
        new CallTimes(clock.instant(), 50, 110, 240, 613_000, 9_841_000, 9_900_000),
        new Usd(5_000_000_000L),
        new Tokens(1_021, 309, 3, 0, 4, 0, 0, 0),
        Optional.of(new Charge(cost, cost.toString(), false)),
        Optional.empty());
  }

  private static Payer payer(Caller caller, UUID user) {
    String name = "Anna Kowalska " + user.toString().substring(30);
    return new Payer(
        caller.organisation(),
        Optional.of(caller.tenant()),
        caller.tenant(),
        Optional.of(new EndUser(user.toString(), name, true)),
        new BigDecimal("1.3"));
  }

  private static CallRequest request(UUID call, CallKind kind, String model) {
    return new CallRequest(
        call.toString().substring(9),
        "/v1/chat/completions",
        kind,
        model,
        true,
        "openrouter",
        "mai_client_brzoza_user_986c0dc9",
        1_700);
  }
}
