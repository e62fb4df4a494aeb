package io.innkeeper.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.money.Usd;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetBookTest {
  private static final UUID HOUSE = new UUID(0, 1);
  private static final UUID TENANT = new UUID(0, 2);
  private static final UUID KEY = new UUID(0, 3);
  private static final Spender EWA =
      new Spender(HOUSE, Optional.of(TENANT), Optional.of(KEY), Optional.of("ewa"));
  private static final Spender JAN =
      new Spender(HOUSE, Optional.of(TENANT), Optional.of(KEY), Optional.of("jan"));
  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

  private final List<String> passed = new CopyOnWriteArrayList<>();
  private final BudgetBook book =
      new BudgetBook(
          (scope, month, percent, spent, limit) ->
              passed.add(scope.kind().word() + " " + month + " " + percent));

  @Test
  void budgetHoldsUnderSixtyFourCallers() throws Exception {
    Usd limit = Usd.parse("10");
    limits(Map.of(Scope.organisation(HOUSE), new Limit(limit, true)));
    AtomicLong charged = new AtomicLong();
    AtomicLong most = new AtomicLong();
    CountDownLatch done = new CountDownLatch(64);
    for (int caller = 0; caller < 64; caller++) {
      Random random = new Random(caller);
      Thread.ofPlatform()
          .start(
              () -> {
                for (int i = 0; i < 2_000; i++) {
                  Usd worst = new Usd(random.nextLong(1, 2_000_000_000L));
                  if (book.reserve(random.nextBoolean() ? EWA : JAN, worst, NOW)
                      instanceof BudgetBook.Outcome.Reserved(Reservation reservation)) {
                    Usd actual = new Usd(random.nextLong(0, worst.pico() + 1));
                    if (random.nextInt(10) == 0) {
                      reservation.release();
                    } else {
                      charged.addAndGet(actual.pico());
                      reservation.settle(actual);
                      reservation.settle(actual);
                    }
                  }
                  Standing standing = book.standing(Scope.organisation(HOUSE), NOW);
                  most.accumulateAndGet(
                      standing.spent().plus(standing.reserved()).pico(), Math::max);
                }
                done.countDown();
              });
    }
    assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
    Standing end = book.standing(Scope.organisation(HOUSE), NOW);
    assertThat(most.get()).isLessThanOrEqualTo(limit.pico());
    assertThat(end.reserved()).isEqualTo(Usd.ZERO);
    assertThat(end.spent().pico()).isEqualTo(charged.get()).isGreaterThan(limit.pico() * 9 / 10);
  }

  @Test
  void theNarrowestLimitCountsAndNothingIsReservedOnTheWay() {
    limits(
        Map.of(
            Scope.organisation(HOUSE), new Limit(Usd.parse("100"), true),
            Scope.user(HOUSE, "ewa"), new Limit(Usd.parse("1"), true)));
    BudgetBook.Outcome outcome = book.reserve(EWA, Usd.parse("2"), NOW);
    assertThat(outcome).isInstanceOf(BudgetBook.Outcome.Refused.class);
    assertThat(book.standing(Scope.organisation(HOUSE), NOW).reserved()).isEqualTo(Usd.ZERO);
    assertThat(book.reserve(JAN, Usd.parse("2"), NOW))
        .isInstanceOf(BudgetBook.Outcome.Reserved.class);
    assertThat(book.left(EWA, NOW)).contains(Usd.parse("1"));
  }

  @Test
  void aLimitThatWarnsRefusesNothing() {
    limits(Map.of(Scope.tenant(HOUSE, TENANT), new Limit(Usd.parse("1"), false)));
    reserved(EWA, "5", NOW).settle(Usd.parse("5"));
    assertThat(passed).containsExactly("tenant 2026-11 100");
    assertThat(book.left(EWA, NOW)).isEmpty();
  }

  @Test
  void eachThresholdIsToldOnce() {
    limits(Map.of(Scope.organisation(HOUSE), new Limit(Usd.parse("1"), true)));
    for (int cent = 0; cent < 100; cent++) reserved(EWA, "0.01", NOW).settle(Usd.parse("0.01"));
    assertThat(passed)
        .containsExactly(
            "organisation 2026-11 50", "organisation 2026-11 80", "organisation 2026-11 100");
  }

  /** Warsaw's new month begins at 22:00 or 23:00 UTC of the day before. */
  @ParameterizedTest
  @CsvSource({
    "2026-12-31T22:59:59Z, 2026-12, 2026-12-31T23:00:00Z, 2027-01",
    "2026-03-31T21:59:59Z, 2026-03, 2026-03-31T22:00:00Z, 2026-04",
    "2026-10-31T22:59:59Z, 2026-10, 2026-10-31T23:00:00Z, 2026-11",
    "2026-02-28T22:59:59Z, 2026-02, 2026-02-28T23:00:00Z, 2026-03"
  })
  void monthTurnsInWarsaw(Instant before, YearMonth old, Instant after, YearMonth fresh) {
    limits(Map.of(Scope.organisation(HOUSE), new Limit(Usd.parse("1"), true)));
    Reservation late = reserved(EWA, "0.9", before);
    assertThat(late.month()).isEqualTo(old);
    Reservation early = reserved(EWA, "0.8", after);
    assertThat(early.month()).isEqualTo(fresh);
    late.settle(Usd.parse("0.5"));
    early.settle(Usd.parse("0.3"));
    assertThat(book.standing(Scope.organisation(HOUSE), after).spent()).isEqualTo(Usd.parse("0.3"));
    assertThat(book.standing(Scope.organisation(HOUSE), before).resets()).isEqualTo(after);
  }

  @Test
  void anUnknownCostStaysHeldUntilItIsEntered() {
    limits(Map.of(Scope.organisation(HOUSE), new Limit(Usd.parse("1"), true)));
    Reservation unknown = reserved(EWA, "0.9", NOW);
    unknown.keep();
    unknown.release();
    assertThat(book.reserve(EWA, Usd.parse("0.2"), NOW))
        .isInstanceOf(BudgetBook.Outcome.Refused.class);
    book.enter(EWA, unknown.month(), Usd.parse("0.1"), unknown.amount().negated());
    assertThat(book.left(EWA, NOW)).contains(Usd.parse("0.9"));
  }

  @Test
  void aBudgetThatRefusesWinsOverOneThatLowers() {
    Scope house = Scope.organisation(HOUSE);
    Scope key = Scope.key(HOUSE, KEY);
    Limit lowering = new Limit(Usd.parse("1"), true, true);
    limits(Map.of(house, lowering, key, new Limit(Usd.parse("2"), true)));
    assertThat(inTheWay("1.5").scope()).isEqualTo(house);
    assertThat(inTheWay("2.5").scope()).isEqualTo(key);
    limits(Map.of(Scope.user(HOUSE, Scope.EVERYONE), lowering));
    assertThat(inTheWay("1.5").scope()).isEqualTo(Scope.user(HOUSE, "ewa"));
  }

  private Standing inTheWay(String worst) {
    return switch (book.reserve(EWA, Usd.parse(worst), NOW)) {
      case BudgetBook.Outcome.Refused(Standing standing) -> standing;
      case BudgetBook.Outcome.Reserved(Reservation reservation) -> throw new AssertionError(worst);
    };
  }

  private Reservation reserved(Spender spender, String worst, Instant now) {
    return switch (book.reserve(spender, Usd.parse(worst), now)) {
      case BudgetBook.Outcome.Reserved(Reservation reservation) -> reservation;
      case BudgetBook.Outcome.Refused(Standing standing) -> throw new AssertionError(standing);
    };
  }

  private void limits(Map<Scope, Limit> limits) {
    book.replace(new Limits(limits, Map.of(HOUSE, ZoneId.of("Europe/Warsaw"))));
  }
}
