package io.innkeeper.usage;

import static io.innkeeper.usage.TestingCalls.costing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.fault.Fault;
import io.innkeeper.money.Usd;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import io.innkeeper.usage.UpstreamActivity.OfKey;
import io.innkeeper.usage.UpstreamActivity.Refused;
import io.innkeeper.usage.UpstreamActivity.Told;
import io.innkeeper.usage.UpstreamActivity.Unasked;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  private static final LocalDate CALLED = LocalDate.parse("2026-11-25");
  private static final OfKey KEY = new OfKey("aa11", 1, Usd.parse("1"));
  private static final Refused NOBODY = new Refused("Nobody answers there.");

  @TempDir Path home;
  private final List<LocalDate> asked = new ArrayList<>();
  private UpstreamActivity.Answer answer = NOBODY;
  private TestingBooks books;
  private Comparison comparison;
  private Comparison.Findings findings;

  @BeforeEach
  void open(Database database) {
    books = new TestingBooks(database, home);
    comparison =
        new Comparison(
            database,
            (organisation, upstream, day) -> {
              asked.add(day);
              return answer;
            },
            books.clock);
    findings = new Comparison.Findings(database);
  }

  @AfterEach
  void close() {
    books.close();
  }

  private DayComparison stored() {
    return findings.of(books.brzoza.id(), new Days(CALLED, CALLED)).getFirst();
  }

  @StoreTest
  void aNightWithoutAnAnswerTakesNothingBack() {
    books.book(costing("1"));
    answer = new Told(1, Usd.parse("1"), List.of(KEY));
    comparison.day(CALLED);
    answer = NOBODY;
    books.clock.pass(Duration.ofDays(1));
    assertThat(comparison.day(CALLED)).containsExactly(stored());
    assertThat(stored().drift()).contains(Usd.ZERO);
    assertThat(stored().answer()).isEqualTo(NOBODY.reason());
    assertThat(stored().comparedAt()).isEqualTo(books.clock.instant());
    assertThat(findings.keys(books.brzoza.id(), "openrouter", CALLED)).containsExactly(KEY);
    answer = new Told(2, Usd.parse("1.5"));
    comparison.day(CALLED);
    assertThat(stored().drift()).contains(Usd.parse("0.5"));
    assertThat(stored().answer()).isEmpty();
    assertThat(findings.keys(books.brzoza.id(), "openrouter", CALLED)).isEmpty();
  }

  @StoreTest
  void daysThatWereNeverToldAreMadeGoodForAMonth() {
    books.book(costing("1"));
    books.clock.pass(Duration.ofDays(30));
    answer = new Unasked("It tells no figures.");
    comparison.nightly();
    assertThat(asked).hasSize(4).contains(CALLED);
    answer = new Told(1, Usd.parse("1"));
    asked.clear();
    comparison.nightly();
    assertThat(asked).contains(CALLED);
    assertThat(stored().drift()).contains(Usd.ZERO);
    asked.clear();
    comparison.nightly();
    assertThat(asked).hasSize(3).doesNotContain(CALLED);
  }

  @StoreTest
  void whatNoUpstreamTellsAnyMoreIsNotAskedFor() {
    books.book(costing("1"));
    books.clock.pass(Duration.ofDays(31));
    answer = new Told(0, Usd.ZERO);
    comparison.nightly();
    assertThat(asked).hasSize(3).doesNotContain(CALLED);
  }

  @StoreTest
  void aNightTellsWhatItCameTo() {
    assertThat(comparison.nightly())
        .isEqualTo("No calls were made lately that an upstream could tell of.");
    books.book(costing("1"));
    books.clock.pass(Duration.ofDays(2));
    answer = new Told(1, Usd.parse("1"));
    assertThat(comparison.nightly())
        .isEqualTo("Compared 2 days of organisations: 1 the same, 1 different, 0 not told.");
    answer = new Unasked("It tells no figures.");
    assertThat(comparison.nightly()).endsWith("2 not told. It tells no figures.");
  }

  @StoreTest
  void aNightInWhichNothingWasToldFails() {
    books.book(costing("1"));
    books.clock.pass(Duration.ofDays(9));
    assertThatThrownBy(comparison::nightly)
        .isInstanceOf(Fault.class)
        .hasMessageContaining("it told nothing of 3 days of organisations: Nobody answers there.");
    assertThat(asked).doesNotContain(CALLED);
    assertThat(findings.of(books.brzoza.id(), 9))
        .hasSize(3)
        .extracting(DayComparison::theirs)
        .containsOnly(Optional.empty());
  }
}
