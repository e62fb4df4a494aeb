package io.innkeeper.usage;

import io.innkeeper.journal.Journal;
import io.innkeeper.money.Usd;
import io.innkeeper.store.Dialect;
import io.innkeeper.store.Ids;
import io.innkeeper.store.TestingStore;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * How fast the journal goes into a store that holds old lines already: {@code DrainBenchmark ENGINE
 * OLD-LINES ROUNDS}. Prints the lines per second of each round.
 */
public final class DrainBenchmark {
  private static final int ROUND = 50_000;
  private static final int ORGANISATIONS = 20;
  private static final int USERS = 50;
  private static final int MODELS = 12;

  private final Random random = new Random(4711);
  private final Ids ids = new Ids(Clock.systemUTC());
  private final Instant began = Instant.now();
  private final Journal journal;
  private int made;

  private DrainBenchmark(Journal journal) {
    this.journal = journal;
  }

  public static void main(String[] words) throws Exception {
    int old = Integer.parseInt(words[1]);
    int rounds = Integer.parseInt(words[2]);
    Path directory = Files.createTempDirectory("innkeeper-drain");
    try (TestingStore store = TestingStore.open(Dialect.valueOf(words[0]));
        Journal journal = TestingCalls.journal(directory)) {
      DrainBenchmark benchmark = new DrainBenchmark(journal);
      Drain drain =
          new Drain(
              store.database(),
              journal,
              "local",
              Clock.systemUTC(),
              organisation -> ZoneId.of("Europe/Warsaw"));
      if (old > 0) benchmark.round(drain);
      for (int copy = 1; copy < old / ROUND; copy++) CopiedLines.add(store.database(), ROUND, copy);
      for (int round = 0; round < rounds; round++) {
        System.out.println(benchmark.round(drain));
      }
    } finally {
      delete(directory);
    }
  }

  /** Journals whole calls, then measures their way into the store; lines per second. */
  private long round(Drain drain) throws InterruptedException {
    List<CallSettled> calls = new ArrayList<>();
    for (int i = 0; i < ROUND; i++) calls.add(call());
    CountDownLatch done = new CountDownLatch(1);
    for (CallSettled call : calls) {
      write(TestingCalls.sent(call));
      write(TestingCalls.opened(call));
      write(call);
    }
    journal.write(
        CallCodec.OPENED,
        CallCodec.bytes(new CallOpened(ids.next(), "last")),
        safe -> done.countDown());
    done.await();
    long before = System.nanoTime();
    drain.catchUp();
    return ROUND * 1_000_000_000L / (System.nanoTime() - before);
  }

  private void write(CallEvent event) {
    journal.write(CallCodec.kind(event), CallCodec.bytes(event));
  }

  private CallSettled call() {
    UUID call = ids.next();
    int organisation = random.nextInt(ORGANISATIONS);
    String user = new UUID(organisation, random.nextInt(USERS)).toString();
    Payer payer =
        new Payer(
            new UUID(0xabcdef0123456789L, organisation),
            Optional.of(new UUID(0x123456789abcdef0L, organisation)),
            new UUID(0x23456789abcdef01L, organisation),
            Optional.of(new EndUser(user, "Anna Kowalska " + user.substring(30), true)),
            new BigDecimal("1.3"));
    CallKind kind = CallKind.values()[random.nextInt(4)];
    String model = "acme/lark-" + random.nextInt(MODELS);
    CallRequest request =
        new CallRequest(
            call.toString().substring(9),
            "/v1/chat/completions",
            kind,
            model,
            true,
            "openrouter",
            "mai_client_brzoza_user_986c0dc9",
            1_700);
    String generation = "gen-%d-%s".formatted(1_795_180_867 + made++ / 100, hex(20));
    long cost = 1_000_000L + random.nextInt(1_000_000_000);
    return new CallSettled(
        call,
        payer,
        request,
        new CallAnswer(200, Optional.of(generation), model, "Acme", "stop", 1_200),
        new CallTimes(began.plusMillis(made), 50, 110, 240, 613_000, 9_841_000, 9_900_000),
        new Usd(5_000_000_000L),
        new Tokens(1_021, 309, 3, 0, 4, 0, 0, 0),
        Optional.of(new Charge(new Usd(cost), new Usd(cost).toString(), false)),
        Optional.empty());
  }

  private String hex(int digits) {
    StringBuilder text = new StringBuilder();
    while (text.length() < digits) text.append(Integer.toHexString(random.nextInt(16)));
    return text.toString();
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }
}
