package io.innkeeper.usage;

import static io.innkeeper.usage.TestingCalls.WARSAW;
import static io.innkeeper.usage.TestingCalls.costing;
import static io.innkeeper.usage.TestingCalls.journal;
import static io.innkeeper.usage.TestingCalls.sent;
import static io.innkeeper.usage.TestingCalls.unsettled;
import static io.innkeeper.usage.TestingCalls.whole;
import static io.innkeeper.usage.TestingCalls.withGeneration;
import static io.innkeeper.usage.TestingCalls.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.innkeeper.journal.Journal;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoppableStore;
import io.innkeeper.store.StoreTest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrainFailuresTest {
  @TempDir Path directory;
  private Journal journal;

  @BeforeEach
  void open() {
    journal = journal(directory);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private Drain drain(Database database) {
    return new Drain(database, journal, "local", Clock.systemUTC(), organisation -> WARSAW);
  }

  private static long number(Database database, String sql) {
    return database.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  private static void rename(Database database, String from, String to) {
    database.change(handle -> handle.execute("alter table " + from + " rename to " + to));
  }

  /** Where a table is gone the transaction ends, just as if the program did. */
  @StoreTest
  void nothingIsHalfDoneWhereverTheDrainIsEnded(Database database) {
    List<String> steps =
        List.of(
            "ledger_head",
            "ledger",
            "usage_day",
            "usage_upstream_day",
            "usage_people",
            "ledger_conflicts",
            "unsettled",
            "open_calls",
            "journal_positions");
    for (String step : steps) {
      whole(journal, costing("0.5"), withGeneration("gen-1", "0.25"));
      whole(journal, unsettled("", Unsettled.NO_USAGE));
      write(journal, sent(costing("1")));
      Drain ended = drain(database);
      rename(database, step, "gone");
      assertThatThrownBy(ended::catchUp).isInstanceOf(JdbiException.class);
      rename(database, "gone", step);
      drain(database).catchUp();
    }
    assertThat(number(database, "select count(*) from ledger")).isEqualTo(steps.size() + 1);
    assertThat(number(database, "select count(*) from ledger_conflicts"))
        .isEqualTo(steps.size() - 1);
    assertThat(number(database, "select count(*) from unsettled")).isEqualTo(steps.size());
    assertThat(number(database, "select count(*) from open_calls")).isEqualTo(steps.size());
    assertThat(new LedgerCheck(database).run().differences()).isEmpty();
  }

  @StoreTest
  void aValueThatTheStoreWillNeverTakeHoldsUpNobody(Database database) {
    String billed = Long.toString(Long.MAX_VALUE / 1_000_000_000_000L);
    whole(journal, costing("1"), costing(billed), costing("2"));
    drain(database).catchUp();
    assertThat(number(database, "select count(*) from ledger")).isEqualTo(2);
    assertThat(number(database, "select count(*) from journal_unreadable")).isOne();
  }

  @Test
  void storeStoppedUnderLoad() throws Exception {
    try (StoppableStore store = StoppableStore.postgresql();
        Drain drain = drain(store.database())) {
      drain.start();
      whole(journal, costing("1"), costing("1"));
      await().until(() -> drain.figures().upToDate());
      store.stop();
      for (int i = 0; i < 100; i++) whole(journal, costing("0.01"));
      await().atMost(Duration.ofSeconds(30)).until(() -> drain.figures().trouble().isPresent());
      store.resume();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(drain::figures, figures -> figures.upToDate() && figures.trouble().isEmpty());
      assertThat(number(store.database(), "select count(*) from ledger")).isEqualTo(102);
      assertThat(new LedgerCheck(store.database()).run().differences()).isEmpty();
    }
  }

  @Test
  void storeLockedUnderLoad() throws Exception {
    try (StoppableStore store = StoppableStore.sqlite(directory.resolve("locked.db"));
        Drain drain = drain(store.database())) {
      store.stop();
      drain.start();
      for (int i = 0; i < 100; i++) whole(journal, costing("0.01"));
      assertThat(drain.figures().upToDate()).isFalse();
      store.resume();
      await().atMost(Duration.ofSeconds(60)).until(() -> drain.figures().upToDate());
      assertThat(number(store.database(), "select count(*) from ledger")).isEqualTo(100);
    }
  }
}
