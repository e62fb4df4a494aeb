package io.innkeeper;

import static io.innkeeper.testing.TestingServer.BY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.caller.Role;
import io.innkeeper.client.BillingTermsChange;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.rate.NbpClient;
import io.innkeeper.rate.RateTable;
import io.innkeeper.simulators.banks.BankSimulator;
import io.innkeeper.simulators.openrouter.Charge;
import io.innkeeper.statement.BillingBook;
import io.innkeeper.statement.Statement;
import io.innkeeper.statement.StatementLine;
import io.innkeeper.statement.StatementRoom;
import io.innkeeper.testing.TestingClock;
import io.innkeeper.testing.TestingVisitor;
import io.innkeeper.usage.LedgerCheck;
import io.innkeeper.usage.LedgerEntry;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A month of calls sent through the gateway at their hours, over the end of summer time and both of
 * its own ends: the ledger, the tabs' files and the statement say what the upstream's own record
 * comes to by plain arithmetic.
 */
class MonthReplayedTest {
  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final Instant FROM = Instant.parse("2026-09-30T10:00:00Z");
  private static final Instant TO = Instant.parse("2026-11-01T22:00:00Z");
  private static final BigDecimal MARKUP = new BigDecimal("1.3");
  private static final int CALLS = 250;
  private static final List<String> MODELS =
      List.of("acme/lark-mini", "acme/lark-large", "nimbus/night-owl");

  /** Around each midnight at which something ends, and the hour that comes twice. */
  private static final List<String> EDGES =
      List.of(
          "2026-09-30T21:59:59.999Z",
          "2026-09-30T22:00:00Z",
          "2026-10-24T21:59:59.999Z",
          "2026-10-24T22:00:00Z",
          "2026-10-25T00:30:00Z",
          "2026-10-25T01:30:00Z",
          "2026-10-25T22:59:59.999Z",
          "2026-10-25T23:00:00Z",
          "2026-10-31T22:59:59.999Z",
          "2026-10-31T23:00:00Z");

  @TempDir private static Path directory;
  private static final TestingClock CLOCK = new TestingClock(FROM.minusSeconds(3600));
  private static final List<Made> MADE = new ArrayList<>();
  private static final NavigableMap<LocalDate, BigDecimal> TABLES = new TreeMap<>();
  private static BankSimulator banks;
  private static PaidHome home;
  private static Server server;
  private static TestingVisitor operator;

  /** A call as the upstream charged it. */
  private record Made(LocalDate day, String user, Charge charge) {
    boolean within() {
      return YearMonth.from(day).equals(OCTOBER);
    }

    String model() {
      return charge.model();
    }

    BigDecimal billed() {
      return charge.total().multiply(MARKUP).setScale(Usd.DECIMALS, RoundingMode.HALF_UP);
    }
  }

  @BeforeAll
  static void replay() throws Exception {
    banks = BankSimulator.start(0, CLOCK);
    home =
        new PaidHome(
            CLOCK,
            directory,
            "--innkeeper.rates.nbp-url=" + banks.nbpUrl(),
            "--innkeeper.rates.ecb-url=" + banks.ecbUrl());
    server = home.start();
    try (HttpClient client = HttpClient.newHttpClient()) {
      await().until(() -> home.call(client) == 200);
      Random random = new Random(2026);
      for (Instant at : hours(random)) make(client, at, random);
    }
    until(Instant.parse("2026-11-02T05:00:00Z"));
    await().until(() -> booked().size() == home.charged().size());
    server.rooms().money().rates().catchUp();
    try (NbpClient nbp = new NbpClient(banks.nbpUrl(), Duration.ofSeconds(5))) {
      for (RateTable table : nbp.tableA().tables(LocalDate.of(2026, 9, 20), OCTOBER.atEndOfMonth()))
        TABLES.put(table.effective(), table.values().get("USD"));
    }
    operator = TestingVisitor.named(server, "marta", Role.OPERATOR);
  }

  @AfterAll
  static void close() {
    operator.close();
    server.close();
    home.close();
    banks.close();
  }

  private static List<Instant> hours(Random random) {
    Stream<Instant> any =
        Stream.generate(
                () -> FROM.plusMillis(random.nextLong(Duration.between(FROM, TO).toMillis())))
            .limit(CALLS);
    return Stream.concat(EDGES.stream().map(Instant::parse), any).sorted().toList();
  }

  private static void until(Instant at) {
    CLOCK.pass(Duration.between(CLOCK.instant(), at));
  }

  /** Every other one at a price of twelve decimals; the rest as the upstream counts. */
  private static void make(HttpClient client, Instant at, Random random)
      throws IOException, InterruptedException {
    until(at);
    String user = "person-" + random.nextInt(5);
    String model = MODELS.get(random.nextInt(MODELS.size()));
    BigDecimal cost = BigDecimal.valueOf(random.nextLong(1, 90_000_000_000L), Usd.DECIMALS);
    if (random.nextBoolean()) home.upstream().next("cost=" + cost.toPlainString());
    int before = home.upstream().charges().size();
    assertThat(home.call(client, user, model)).isEqualTo(200);
    List<Charge> charges = home.upstream().charges();
    assertThat(charges).hasSize(before + 1);
    MADE.add(new Made(LocalDate.ofInstant(at, WARSAW), user, charges.getLast()));
  }

  private static Map<String, BigDecimal> booked() {
    return home.calls(server).stream()
        .flatMap(call -> call.generation().stream())
        .collect(
            Collectors.toMap(LedgerEntry.Generation::generation, line -> line.cost().decimal()));
  }

  private static Organisation owner() {
    return server.rooms().entrance().organisations().get(home.owner());
  }

  /** October's sums by plain arithmetic. */
  private static Map<String, BigDecimal> sums(
      Function<Made, String> key, Function<Made, BigDecimal> amount) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    MADE.stream()
        .filter(Made::within)
        .forEach(one -> sums.merge(key.apply(one), amount.apply(one), BigDecimal::add));
    return sums;
  }

  private static BigDecimal billed(Made one) {
    return one.billed();
  }

  /** At the last table A before its day, as the bank itself tells it. */
  private static BigDecimal converted(Made one) {
    Map.Entry<LocalDate, BigDecimal> table = TABLES.lowerEntry(one.day());
    assertThat(table).isNotNull();
    return one.billed().multiply(table.getValue());
  }

  /** One column of a tab's file, by its first. */
  private static Map<String, BigDecimal> column(String tab, String head) {
    HttpResponse<String> file =
        operator.get("/usage/%s%s/csv?month=%s".formatted(owner().slug(), tab, OCTOBER));
    assertThat(file.statusCode()).isEqualTo(200);
    List<List<String>> rows =
        file.body()
            .lines()
            .map(line -> List.of(line.substring(1, line.length() - 1).split("\",\"", -1)))
            .toList();
    int place = rows.getFirst().indexOf(head);
    Map<String, BigDecimal> column = new TreeMap<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      BigDecimal amount = new BigDecimal(row.get(place));
      if (amount.signum() != 0) column.put(row.getFirst(), amount);
    }
    return column;
  }

  private static Statement drafted(String lines, String policy) {
    StatementRoom room = server.rooms().money().statements();
    BillingBook.Stored now = room.billing().terms(owner());
    BillingTermsChange change =
        new BillingTermsChange(null, null, lines, policy, null, null, null, "none");
    room.billing().set(owner(), now.terms().changed(change), now.version(), BY);
    return room.statements().draft(owner(), OCTOBER).statement().orElseThrow();
  }

  private static Map<String, BigDecimal> lines(Statement statement) {
    return statement.lines().stream()
        .map(StatementLine.Usage.class::cast)
        .collect(Collectors.toMap(StatementLine.Usage::subject, StatementLine::net));
  }

  private static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }

  private static void same(Map<String, BigDecimal> told, Map<String, BigDecimal> reckoned) {
    assertThat(told.keySet()).isEqualTo(reckoned.keySet());
    reckoned.forEach(
        (key, amount) -> assertThat(told.get(key)).as(key).isEqualByComparingTo(amount));
  }

  @Test
  void ledgerHasEveryCallAtWhatTheUpstreamCharged() {
    same(booked(), home.charged());
    assertThat(new LedgerCheck(server.rooms().foundation().database()).run().whole()).isTrue();
  }

  @Test
  void tabsShowThoseSumsInBothCurrencies() {
    same(column("", "billed_usd"), sums(one -> one.day().toString(), MonthReplayedTest::billed));
    same(column("", "amount"), sums(one -> one.day().toString(), MonthReplayedTest::converted));
    same(column("/users", "billed_usd"), sums(Made::user, MonthReplayedTest::billed));
    same(column("/users", "amount"), sums(Made::user, MonthReplayedTest::converted));
    same(column("/models", "billed_usd"), sums(Made::model, MonthReplayedTest::billed));
    same(column("/models", "amount"), sums(Made::model, MonthReplayedTest::converted));
  }

  @Test
  void statementRoundsThemOncePerLineAtTheMonthsLastRate() {
    BigDecimal rate = TABLES.floorEntry(OCTOBER.atEndOfMonth()).getValue();
    Map<String, BigDecimal> reckoned = sums(Made::model, MonthReplayedTest::billed);
    reckoned.replaceAll((model, billed) -> cents(billed.multiply(rate)));
    same(lines(drafted("model", "last-day")), reckoned);
  }

  @Test
  void statementRoundsThemOncePerLineAtEachDaysRate() {
    Map<String, BigDecimal> models = sums(Made::model, MonthReplayedTest::converted);
    models.replaceAll((model, amount) -> cents(amount));
    Statement byModel = drafted("model", "each-day");
    same(lines(byModel), models);
    assertThat(byModel.net())
        .isEqualTo(models.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    assertThat(byModel.conversion().fallback()).isFalse();
    Map<String, BigDecimal> people = sums(Made::user, MonthReplayedTest::converted);
    people.replaceAll((user, amount) -> cents(amount));
    same(lines(drafted("person", "each-day")), people);
  }
}
