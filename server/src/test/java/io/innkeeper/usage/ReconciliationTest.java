package io.innkeeper.usage;

import static io.innkeeper.usage.TestingBooks.ANNA;
import static io.innkeeper.usage.TestingCalls.costing;
import static io.innkeeper.usage.TestingCalls.unsettled;
import static io.innkeeper.usage.TestingCalls.withGeneration;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.money.Usd;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class ReconciliationTest {
  @TempDir Path home;
  private final Map<String, String> upstream = new ConcurrentHashMap<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final List<SpendChange> changes = new ArrayList<>();
  private TestingBooks books;
  private Reconciliation reconciliation;

  @BeforeEach
  void open(Database database) {
    books = new TestingBooks(database, home);
    books.unsettled.tell(changes::add, () -> {});
    reconciliation =
        new Reconciliation(
            database,
            this::find,
            call -> Optional.of(Usd.parse("0.1")),
            books.unsettled,
            books.clock);
  }

  @AfterEach
  void close() {
    books.close();
  }

  private GenerationLookup.Answer find(String name, UUID organisation, String generation) {
    asked.incrementAndGet();
    String cost = upstream.get(generation);
    if (cost == null) return new GenerationLookup.NotYet();
    if (cost.equals("trouble")) throw new IllegalStateException("no route to it");
    return new GenerationLookup.Found(
        new GenerationRecord(
            new Charge(Usd.parse(cost), cost, false), Tokens.of(100, 50), "", "Acme", "stop"));
  }

  private void wait(Duration... times) {
    for (Duration time : times) {
      books.clock.pass(time);
      reconciliation.run();
    }
  }

  private void waitADay() {
    wait(
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(5),
        Duration.ofHours(1),
        Duration.ofHours(24));
  }

  @StoreTest
  void theUpstreamIsAskedUntilItKnows() {
    books.book(unsettled("gen-1", Unsettled.CLIENT_LEFT));
    wait(Duration.ZERO);
    assertThat(asked).hasValue(0);
    wait(Duration.ofSeconds(1));
    upstream.put("gen-1", "4.5e-7");
    wait(Duration.ofSeconds(4));
    assertThat(asked).hasValue(1);
    wait(Duration.ofSeconds(1));
    assertThat(books.texts("select state || cost_text || reason from ledger"))
        .containsExactly("reconciled4.5e-7client-left");
    assertThat(books.number("select prompt from usage_day")).isEqualTo(100);
    assertThat(books.unsettled.count(Optional.empty())).isZero();
    assertThat(changes).extracting(SpendChange::released).containsExactly(Usd.parse("0.5"));
    assertThat(books.check().whole()).isTrue();
  }

  @StoreTest
  void whatTheUpstreamNeverTellsIsEstimatedAndCorrectedOnceItDoes() {
    books.book(unsettled("gen-1", Unsettled.UPSTREAM_CUT));
    waitADay();
    assertThat(asked).hasValue(6);
    assertThat(books.texts("select state from ledger")).containsExactly("estimated");
    assertThat(books.unsettled.list(Optional.empty(), Optional.empty(), 9))
        .allMatch(call -> call.estimate().isPresent() && call.nextTry().isPresent());
    upstream.put("gen-1", "0.25");
    wait(Duration.ofDays(3));
    assertThat(books.number("select sum(cost_pico) from ledger"))
        .isEqualTo(Usd.parse("0.25").pico());
    assertThat(books.texts("select line_kind || refers_to from ledger where line = 2"))
        .containsExactly("correction1");
    assertThat(changes)
        .extracting(SpendChange::cost)
        .containsExactly(Usd.parse("0.1"), Usd.parse("0.15"));
    assertThat(books.number("select cost_pico from usage_upstream_day"))
        .isEqualTo(Usd.parse("0.25").pico());
    assertThat(books.check().whole()).isTrue();
  }

  @StoreTest
  void aCallWithoutAnIdIsEstimatedAtOnce() {
    books.book(unsettled("", Unsettled.NO_USAGE));
    wait(Duration.ofSeconds(1));
    assertThat(asked).hasValue(0);
    assertThat(books.texts("select state from ledger")).containsExactly("estimated");
  }

  @StoreTest
  void aCallWhoseAnswerNeverBeganWaitsForAPerson() {
    CallSettled call = unsettled("", Unsettled.NO_ANSWER);
    books.book(call);
    waitADay();
    assertThat(books.number("select count(*) from ledger")).isZero();
    books.unsettled.settle(call.call(), Usd.ZERO, "The provider confirms: no answer.", ANNA);
    assertThat(books.texts("select state from ledger")).containsExactly("reconciled");
    assertThat(books.unsettled.count(Optional.empty())).isZero();
    assertThat(books.texts("select verb from audit_lines")).contains("call.settle");
    assertThat(new SpendNews(books.database).after(0))
        .extracting(one -> one.change().released())
        .containsExactly(call.reserved());
  }

  @StoreTest
  void aCallWithoutIdAndTokensIsNeverReckonedFromWhatWasHeld() {
    books.book(unsettled("", Unsettled.CLIENT_LEFT));
    waitADay();
    assertThat(books.number("select count(*) from ledger")).isZero();
    assertThat(books.unsettled.count(Optional.empty())).isOne();
  }

  @StoreTest
  void anUpstreamInTroubleCountsAsATryAndIsAskedAgain() {
    upstream.put("gen-1", "trouble");
    books.book(unsettled("gen-1", Unsettled.CLIENT_LEFT));
    wait(Duration.ofSeconds(1));
    assertThat(books.texts("select last_answer from unsettled"))
        .containsExactly("The upstream could not be asked.");
    upstream.put("gen-1", "1");
    wait(Duration.ofSeconds(5));
    assertThat(books.number("select count(*) from ledger")).isOne();
  }

  @StoreTest
  void aFoundGenerationThatAnotherCallHasIsAConflict() {
    upstream.put("gen-1", "1");
    books.book(withGeneration("gen-1", "1"), unsettled("gen-1", Unsettled.CLIENT_LEFT));
    wait(Duration.ofSeconds(1));
    assertThat(books.number("select count(*) from ledger")).isOne();
    assertThat(new Calls(books.database).conflicts(9)).hasSize(1);
    assertThat(books.unsettled.count(Optional.empty())).isZero();
  }

  @StoreTest
  void manyAreAskedAbout() {
    for (int i = 0; i < 50; i++) {
      upstream.put("gen-" + i, "0.01");
      books.book(unsettled("gen-" + i, Unsettled.CLIENT_LEFT));
    }
    wait(Duration.ofSeconds(1));
    assertThat(books.number("select sum(cost_pico) from usage_day"))
        .isEqualTo(Usd.parse("0.5").pico());
    assertThat(books.check().whole()).isTrue();
  }

  @StoreTest
  void driftIsReportedToTheLastPico() {
    books.book(costing("1"), costing("2"));
    UpstreamActivity activity =
        (organisation, name, day) ->
            day.equals(LocalDate.parse("2026-11-25"))
                ? new UpstreamActivity.Told(2, Usd.parse("3.000000000001"))
                : new UpstreamActivity.Refused("It does not remember.");
    Comparison comparison = new Comparison(books.database, activity, books.clock);
    books.clock.pass(Duration.ofDays(1));
    assertThat(comparison.nightly()).contains("1 different");
    Comparison.Findings findings = new Comparison.Findings(books.database);
    assertThat(findings.of(books.brzoza.id(), 9))
        .extracting(DayComparison::drift)
        .containsExactly(Optional.of(new Usd(1)));
    comparison.day(LocalDate.parse("2026-11-26"));
    assertThat(findings.of(books.brzoza.id(), 9)).hasSize(2);
  }

  @StoreTest
  void whatAnUpstreamCountsByKeyIsKeptUntilItIsAskedAgain() {
    books.book(costing("1"));
    LocalDate day = LocalDate.parse("2026-11-25");
    Comparison.Findings findings = new Comparison.Findings(books.database);
    UpstreamActivity.OfKey old = new UpstreamActivity.OfKey("aa11", 1, Usd.parse("0.4"));
    UpstreamActivity.OfKey fresh = new UpstreamActivity.OfKey("bb22", 1, Usd.parse("0.6"));
    compare(day, List.of(fresh, old));
    assertThat(findings.keys(books.brzoza.id(), "openrouter", day)).containsExactly(old, fresh);
    compare(day, List.of(fresh));
    assertThat(findings.keys(books.brzoza.id(), "openrouter", day)).containsExactly(fresh);
    assertThat(findings.has(day)).isTrue();
    assertThat(findings.has(day.minusDays(1))).isFalse();
  }

  private void compare(LocalDate day, List<UpstreamActivity.OfKey> keys) {
    UpstreamActivity activity =
        (organisation, name, asked) -> new UpstreamActivity.Told(1, Usd.parse("1"), keys);
    new Comparison(books.database, activity, books.clock).day(day);
  }
}
