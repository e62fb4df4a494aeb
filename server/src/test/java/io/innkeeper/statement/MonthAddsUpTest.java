package io.innkeeper.statement;

import static io.innkeeper.statement.TestingOffice.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.money.Usd;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import io.innkeeper.usage.LedgerCheck;
import io.innkeeper.usage.Spending;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A month of calls at any second of it, over the end of summer time and both of its ends: journal,
 * ledger, sums of every kind and the statement say the same to the last unit as plain arithmetic
 * does.
 */
class MonthAddsUpTest {
  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
  private static final Instant FROM = Instant.parse("2026-09-29T12:00:00Z");
  private static final Instant TO = Instant.parse("2026-11-01T22:00:00Z");
  private static final BigDecimal MARKUP = new BigDecimal("1.3");
  private static final BigDecimal RATE = new BigDecimal("3.7812");
  private static final int CALLS = 300;

  @TempDir Path home;
  private final Random random = new Random(2026);
  private final List<Made> made = new ArrayList<>();
  private TestingOffice office;

  private record Made(LocalDate day, String user, String model, BigDecimal cost) {
    boolean within() {
      return day.getYear() == 2026 && day.getMonthValue() == OCTOBER.getMonthValue();
    }

    BigDecimal billed() {
      return cost.multiply(MARKUP).setScale(Usd.DECIMALS, RoundingMode.HALF_UP);
    }
  }

  @BeforeEach
  void open(Database database) {
    office = new TestingOffice(database, home);
    for (int call = 0; call < CALLS; call++) make();
  }

  @AfterEach
  void close() {
    office.close();
  }

  private void make() {
    Instant at = FROM.plusSeconds(random.nextLong(TO.getEpochSecond() - FROM.getEpochSecond()));
    String user = "person-" + random.nextInt(5);
    String model = "acme/lark-" + random.nextInt(4);
    BigDecimal cost = BigDecimal.valueOf(random.nextLong(1, 90_000_000_000L), Usd.DECIMALS);
    office.calls.call(at.toString(), user, model, cost.toPlainString(), MARKUP.toPlainString());
    made.add(new Made(LocalDate.ofInstant(at, WARSAW), user, model, cost));
  }

  private <K extends Comparable<K>> Map<K, BigDecimal> sums(Function<Made, K> key) {
    return made.stream()
        .filter(Made::within)
        .collect(
            Collectors.groupingBy(
                key,
                TreeMap::new,
                Collectors.reducing(
                    BigDecimal.ZERO.setScale(Usd.DECIMALS), Made::billed, BigDecimal::add)));
  }

  private Map<String, BigDecimal> told(Spending.By by) {
    return new Spending(office.database)
        .split(office.brzoza.id(), OCTOBER.atDay(1), OCTOBER.atEndOfMonth(), by).stream()
            .filter(part -> part.sum().requests() > 0)
            .collect(
                Collectors.toMap(
                    Spending.Part::part,
                    part -> part.sum().billed().decimal(),
                    BigDecimal::add,
                    TreeMap::new));
  }

  @StoreTest
  void sumsOfEveryKindAreThoseOfPlainArithmetic() {
    assertThat(told(Spending.By.DAY)).isEqualTo(sums(one -> one.day().toString()));
    assertThat(told(Spending.By.MODEL)).isEqualTo(sums(Made::model));
    Map<String, BigDecimal> people = new TreeMap<>();
    new Spending(office.database)
        .people(office.brzoza.id(), OCTOBER.atDay(1), OCTOBER.atEndOfMonth())
        .forEach(person -> people.put(person.user(), person.sum().billed().decimal()));
    assertThat(people).isEqualTo(sums(Made::user));
    assertThat(new LedgerCheck(office.database).run().whole()).isTrue();
  }

  @StoreTest
  void statementIsTheSameMonthRoundedOncePerLine() {
    Map<String, BigDecimal> expected = new TreeMap<>();
    sums(Made::model)
        .forEach(
            (model, billed) ->
                expected.put(model, billed.multiply(RATE).setScale(2, RoundingMode.HALF_UP)));
    Statement statement = office.issue().statement();
    Map<String, BigDecimal> lines = new TreeMap<>();
    statement.lines().stream()
        .map(StatementLine.Usage.class::cast)
        .forEach(line -> lines.put(line.subject(), line.net()));
    assertThat(lines).isEqualTo(expected);
    assertThat(statement.net())
        .isEqualTo(expected.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
