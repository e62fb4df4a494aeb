package io.innkeeper.usage;

import static io.innkeeper.usage.TestingCalls.NOON;
import static io.innkeeper.usage.TestingCalls.WARSAW;
import static io.innkeeper.usage.TestingCalls.at;
import static io.innkeeper.usage.TestingCalls.costing;
import static io.innkeeper.usage.TestingCalls.journal;
import static io.innkeeper.usage.TestingCalls.opened;
import static io.innkeeper.usage.TestingCalls.sent;
import static io.innkeeper.usage.TestingCalls.unsettled;
import static io.innkeeper.usage.TestingCalls.whole;
import static io.innkeeper.usage.TestingCalls.withGeneration;
import static io.innkeeper.usage.TestingCalls.withoutGeneration;
import static io.innkeeper.usage.TestingCalls.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.journal.Journal;
import io.innkeeper.journal.Position;
import io.innkeeper.money.Usd;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import io.innkeeper.testing.TestingClock;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class DrainTest {
  @TempDir Path directory;
  private final TestingClock clock = new TestingClock(NOON);
  private Database database;
  private Journal journal;

  @BeforeEach
  void open(Database store) {
    database = store;
    journal = journal(directory, clock);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private Drain drain() {
    return new Drain(database, journal, "local", clock, organisation -> WARSAW);
  }

  private void restart() {
    journal.close();
    journal = journal(directory, clock);
  }

  private void forgetPosition() {
    database.change(handle -> handle.execute("delete from journal_positions"));
  }

  private long number(String sql) {
    return database.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  private List<String> texts(String sql) {
    return database.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  private long pico(String cost) {
    return Usd.parse(cost).pico();
  }

  @StoreTest
  void everyCallBecomesOneLineToTheLastPico() {
    whole(journal, costing("0.000000000001"), costing("4.5e-7"), costing("12.34"));
    drain().catchUp();
    assertThat(number("select count(*) from ledger")).isEqualTo(3);
    assertThat(number("select sum(cost_pico) from ledger")).isEqualTo(pico("12.340000450001"));
    assertThat(texts("select cost_text from ledger order by line")).contains("4.5e-7");
    assertThat(number("select sum(cost_pico) from usage_day")).isEqualTo(pico("12.340000450001"));
    assertThat(number("select count(*) from open_calls")).isZero();
  }

  @StoreTest
  void aLineIsReadBackAsItWasJournalled() {
    CallSettled call = costing("0.0196122");
    whole(journal, call, withoutGeneration("1"));
    drain().catchUp();
    List<LedgerLine> lines =
        database.read(
            handle ->
                handle
                    .createQuery("select * from ledger order by line")
                    .map((row, context) -> LedgerReader.line(row))
                    .list());
    assertThat(lines).extracting(LedgerLine::line).containsExactly(1L, 2L);
    LedgerEntry.Generation first = (LedgerEntry.Generation) lines.getFirst().entry();
    assertThat(first.call()).isEqualTo(call);
    assertThat(first.billed()).isEqualTo(Usd.parse("0.02549586"));
    LedgerEntry.Generation second = (LedgerEntry.Generation) lines.getLast().entry();
    assertThat(second.generation()).isEqualTo(second.call().call().toString());
    assertThat(second.call().answer().generation()).isEmpty();
  }

  @StoreTest
  void nothingIsDoubledWhenAJournalIsDrainedTwice() {
    CallSettled repeated = costing("0.25");
    whole(journal, repeated, costing("1"), unsettled("gen-u", Unsettled.NO_USAGE), repeated);
    drain().catchUp();
    forgetPosition();
    drain().catchUp();
    drain().catchUp();
    assertThat(number("select count(*) from ledger")).isEqualTo(2);
    assertThat(number("select sum(cost_pico) from usage_day")).isEqualTo(pico("1.25"));
    assertThat(number("select sum(requests) from usage_day")).isEqualTo(2);
    assertThat(number("select count(*) from unsettled")).isOne();
    assertThat(number("select count(*) from open_calls")).isZero();
  }

  @StoreTest
  void oneGenerationIdFromTwoCallsIsAVisibleConflict() {
    whole(journal, withGeneration("gen-1", "0.5"), withGeneration("gen-1", "0.7"));
    drain().catchUp();
    forgetPosition();
    drain().catchUp();
    assertThat(number("select sum(cost_pico) from ledger")).isEqualTo(pico("0.5"));
    assertThat(number("select sum(cost_pico) from ledger_conflicts")).isEqualTo(pico("0.7"));
    assertThat(number("select count(*) from ledger_conflicts")).isOne();
  }

  @StoreTest
  void daysBeginInTheOrganisationsZoneAlsoWhenClocksChange() {
    Map<String, String> days =
        Map.of(
            "2026-03-28T22:59:59.999Z", "2026-03-28", // the night to summer time: +1 until here
            "2026-03-28T23:00:00Z", "2026-03-29",
            "2026-03-29T21:59:59.999Z", "2026-03-29", // +2 by now: a day of 23 hours
            "2026-03-29T22:00:00Z", "2026-03-30",
            "2026-10-24T21:59:59.999Z", "2026-10-24", // the night back
            "2026-10-25T22:59:59.999Z", "2026-10-25", // a day of 25 hours
            "2026-10-25T23:00:00Z", "2026-10-26",
            "2026-10-31T22:59:59.999Z", "2026-10-31",
            "2026-10-31T23:00:00Z", "2026-11-01");
    days.keySet().forEach(instant -> whole(journal, at(Instant.parse(instant), "1")));
    drain().catchUp();
    assertThat(texts("select day from ledger")).containsExactlyInAnyOrderElementsOf(days.values());
    assertThat(number("select requests from usage_day where day = '2026-10-25'")).isOne();
    assertThat(number("select count(*) from usage_upstream_day where day = '2026-03-28'")).isOne();
    assertThat(number("select requests from usage_upstream_day where day = '2026-03-28'"))
        .isEqualTo(2);
  }

  @StoreTest
  void callsOnTheirWayAreKnownUntilTheyEnd() {
    CallSettled call = costing("0.1");
    write(journal, sent(call));
    Drain drain = drain();
    drain.catchUp();
    write(journal, opened(call));
    drain.catchUp();
    assertThat(texts("select generation from open_calls"))
        .containsExactly(call.answer().generation().orElseThrow());
    write(journal, call);
    drain.catchUp();
    assertThat(number("select count(*) from open_calls")).isZero();
    assertThat(number("select count(*) from ledger")).isOne();
  }

  @StoreTest
  void whatAnEarlierStartLeftOpenHasAnUnknownOutcome() {
    CallSettled opened = costing("0.1");
    CallSettled unopened = costing("0.2");
    write(journal, sent(opened), opened(opened), sent(unopened));
    restart();
    CallSettled running = costing("0.3");
    write(journal, sent(running));
    drain().catchUp();
    assertThat(texts("select call_id from unsettled where reason = 'outcome-unknown'"))
        .containsExactlyInAnyOrder(opened.call().toString(), unopened.call().toString());
    assertThat(texts("select generation from unsettled where next_try is not null"))
        .containsExactly(opened.answer().generation().orElseThrow());
    assertThat(texts("select call_id from open_calls")).containsExactly(running.call().toString());
  }

  @StoreTest
  void anUnreadableRecordIsListedAndNothingBehindItWaits() {
    whole(journal, costing("1"));
    journal.write(CallCodec.SETTLED, new byte[] {2, 3, 5});
    journal.write((byte) 9, new byte[] {1});
    whole(journal, costing("2"));
    Drain drain = drain();
    drain.catchUp();
    assertThat(number("select sum(cost_pico) from ledger")).isEqualTo(pico("3"));
    assertThat(number("select count(*) from journal_unreadable")).isEqualTo(2);
    assertThat(drain.figures().unreadable()).isEqualTo(2);
  }

  @StoreTest
  void anotherJournalInTheSamePlaceIsReadFromItsBeginning() {
    database.change(
        handle -> handle.execute("insert into journal_positions values ('local', 4711, 8, 0)"));
    whole(journal, costing("1"));
    Drain drain = drain();
    drain.catchUp();
    assertThat(number("select count(*) from ledger")).isOne();
    assertThat(drain.figures().position()).isGreaterThan(Position.START);
    assertThat(drain.figures().upToDate()).isTrue();
  }

  @StoreTest
  void damagedBytesAreListedAndTheCallsBehindThemCount() throws Exception {
    whole(journal, costing("1"));
    Position from = journal.durable();
    whole(journal, costing("2"), costing("4"));
    Path segment = directory.resolve(from.segment() + ".journal");
    try (FileChannel file = FileChannel.open(segment, StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.wrap(new byte[] {-1, -1, -1}), from.offset());
    }
    Drain drain = drain();
    drain.catchUp();
    assertThat(number("select count(*) from ledger")).isEqualTo(3);
    assertThat(texts("select why from journal_unreadable"))
        .singleElement()
        .asString()
        .startsWith("damaged bytes");
    assertThat(drain.figures().upToDate()).isTrue();
  }

  /** The stored offset would lie in the middle of the new folder's records. */
  @StoreTest
  void whatALostFolderHadOpenHasAnUnknownOutcomeAndTheNewOneIsReadWhole() {
    CallSettled open = costing("0.5");
    whole(journal, costing("1"), costing("1"));
    write(journal, sent(open));
    drain().catchUp();
    journal.close();
    clock.pass(Duration.ofMinutes(1));
    journal = journal(directory.resolve("new"), clock);
    whole(journal, costing("2"));
    drain().catchUp();
    assertThat(number("select count(*) from ledger")).isEqualTo(3);
    assertThat(texts("select call_id from unsettled where reason = 'outcome-unknown'"))
        .containsExactly(open.call().toString());
  }

  @StoreTest
  void whatIsUnreadableIsListedWithItsPlace() {
    whole(journal, costing("1"));
    Position at = journal.durable();
    journal.write((byte) 9, new byte[] {1});
    whole(journal, costing("2"));
    drain().catchUp();
    assertThat(new UnreadableRecords(database).newest(9))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.at()).isEqualTo(at);
              assertThat(one.kind()).isEqualTo(9);
              assertThat(one.why()).isNotEmpty();
              assertThat(one.foundAt()).isEqualTo(NOON);
            });
  }
}
