package io.innkeeper.usage;

import static io.innkeeper.usage.TestingBooks.ANNA;
import static io.innkeeper.usage.TestingCalls.by;
import static io.innkeeper.usage.TestingCalls.costing;
import static io.innkeeper.usage.TestingCalls.unsettled;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.fault.Fault;
import io.innkeeper.money.Usd;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

  @TempDir Path home;
  private TestingBooks books;

  @BeforeEach
  void open(Database database) {
    books = new TestingBooks(database, home);
  }

  @AfterEach
  void close() {
    books.close();
  }

  private Spending.Sum today() {
    return new Spending(books.database).total(books.brzoza.id(), TODAY, TODAY);
  }

  private Adjustment adjustment(Optional<Long> line, String cost, String reason) {
    return new Adjustment(
        books.brzoza.id(), line, Optional.of(Usd.parse(cost)), Optional.empty(), reason);
  }

  @StoreTest
  void sumsFollowFromTheLinesByDayPersonAndModel() {
    books.book(by("anna", "0.5"), by("jan", "0.25"), by("anna", "1"));
    Spending spending = new Spending(books.database);
    assertThat(today().requests()).isEqualTo(3);
    assertThat(today().cost()).isEqualTo(Usd.parse("1.75"));
    assertThat(today().billed()).isEqualTo(Usd.parse("2.275"));
    assertThat(today().tokens()).isEqualTo(90);
    assertThat(spending.people(books.brzoza.id(), TODAY, TODAY))
        .extracting(Spending.Person::name)
        .containsExactly("Żółć anna", "Żółć jan");
    assertThat(spending.split(books.brzoza.id(), TODAY, TODAY, Spending.By.MODEL))
        .extracting(Spending.Part::part)
        .containsExactly("acme/lark");
  }

  @StoreTest
  void refundIsASignedLineWithAuthorAndReason() {
    books.book(costing("2"));
    LedgerLine line =
        books.ledger.adjust(adjustment(Optional.of(1L), "-0.5", "Broken answer"), ANNA);
    assertThat(line.line()).isEqualTo(2);
    assertThat(today().cost()).isEqualTo(Usd.parse("1.5"));
    assertThat(today().billed()).isEqualTo(Usd.parse("1.95"));
    assertThat(today().requests()).isOne();
    assertThat(books.ledger.signed(books.brzoza.id(), Optional.empty(), 10)).containsExactly(line);
    assertThat(books.texts("select note from audit_lines where verb = 'ledger.adjust'"))
        .containsExactly("Broken answer");
    assertThat(books.check().whole()).isTrue();
  }

  @StoreTest
  void budgetsHearOfAnAdjustmentAtOnce() {
    SpendNews news = new SpendNews(books.database);
    List<SpendChange> changes = new ArrayList<>();
    books.ledger.tell(() -> news.after(changes.size()).forEach(one -> changes.add(one.change())));
    books.book(costing("2"), TestingCalls.claiming("jan", "1"));
    books.ledger.adjust(adjustment(Optional.of(1L), "-0.5", "Broken answer"), ANNA);
    books.ledger.adjust(adjustment(Optional.of(2L), "-0.25", "Broken answer"), ANNA);
    assertThat(changes)
        .extracting(SpendChange::cost)
        .containsExactly(Usd.parse("-0.5"), Usd.parse("-0.25"));
    assertThat(changes)
        .extracting(SpendChange::person)
        .containsExactly(Optional.of("anna"), Optional.empty());
  }

  @StoreTest
  void whoIsOnlySaidToHaveCalledHasSpentNothingAfterARestart() {
    books.book(by("anna", "0.5"), TestingCalls.claiming("anna", "3"));
    books.ledger.adjust(adjustment(Optional.of(2L), "-1", "Broken answer"), ANNA);
    List<SpendLine> lines =
        new MonthSpend(books.database, books.clock, organisation -> TestingCalls.WARSAW)
            .stored(books.brzoza.id());
    assertThat(sum(lines.stream().filter(line -> line.user().equals("anna"))))
        .isEqualTo(Usd.parse("0.5"));
    assertThat(sum(lines.stream())).isEqualTo(Usd.parse("2.5"));
  }

  private static Usd sum(Stream<SpendLine> lines) {
    return lines.map(SpendLine::cost).reduce(Usd.ZERO, Usd::plus);
  }

  @StoreTest
  void anAdjustmentNeedsAnAmountAReasonAndALineOfItsOwn() {
    books.book(costing("2"));
    assertThatThrownBy(() -> books.ledger.adjust(adjustment(Optional.empty(), "0", "why"), ANNA))
        .isInstanceOf(Fault.class);
    assertThatThrownBy(() -> books.ledger.adjust(adjustment(Optional.empty(), "1", " "), ANNA))
        .isInstanceOf(Fault.class);
    assertThatThrownBy(() -> books.ledger.adjust(adjustment(Optional.of(9L), "1", "why"), ANNA))
        .isInstanceOf(Fault.class);
    assertThat(books.number("select count(*) from ledger")).isOne();
  }

  @StoreTest
  void rebuildEqualsRollups() {
    randomBooks(new Random(1), 300);
    List<String> before = books.texts(CUBE);
    books.database.change(
        handle -> {
          handle.execute("update usage_day set cost_pico = cost_pico + 1 where user_id = 'u1'");
          handle.execute("delete from usage_upstream_day");
        });
    assertThat(books.check().differences()).isNotEmpty();
    LedgerRebuild rebuild = new LedgerRebuild(books.database, books.audit);
    rebuild.sum(new UUID(1, 1), done -> {});
    books.book(costing("1"));
    rebuild.replace(ANNA);
    books.ledger.adjust(adjustment(Optional.empty(), "-1", "take the last one out again"), ANNA);
    assertThat(books.check().differences()).isEmpty();
    assertThat(books.texts(CUBE)).containsAll(before);
  }

  private static final String CUBE =
      """
      select day || tenant || key_id || user_id || model || kind || requests || ' ' || prompt || ' '
        || completion || ' ' || cost_pico || ' ' || billed_pico
      from usage_day where user_id like 'u%' order by 1
      """;

  @StoreTest
  void aRebuildThatWasInterruptedGoesOnOrBeginsAnew() {
    randomBooks(new Random(2), 50);
    LedgerRebuild rebuild = new LedgerRebuild(books.database, books.audit);
    rebuild.sum(new UUID(1, 1), done -> {});
    rebuild.sum(new UUID(1, 1), done -> {});
    rebuild.sum(new UUID(2, 2), done -> {});
    rebuild.replace(ANNA);
    assertThat(books.check().differences()).isEmpty();
  }

  @StoreTest
  void aMissingLineIsFound() {
    books.book(costing("1"), costing("2"), costing("3"));
    books.database.change(handle -> handle.execute("delete from ledger where line = 2"));
    assertThat(books.check().differences()).anyMatch(said -> said.contains("some are missing"));
    assertThat(books.check().differences()).anyMatch(said -> said.contains("-2 USD"));
  }

  /** Any events in any order, repeated at will: the sums agree to the last 10⁻¹² USD. */
  @StoreTest
  void sumOfTheLedgerIsTheSumOfWhatWasJournalled() {
    for (int seed = 0; seed < 5; seed++) {
      Usd before = new Usd(books.number("select coalesce(sum(cost_pico), 0) from ledger"));
      Usd journalled = randomBooks(new Random(seed), 200);
      Usd after = new Usd(books.number("select sum(cost_pico) from ledger"));
      assertThat(after.minus(before)).isEqualTo(journalled);
    }
    assertThat(new Usd(books.number("select sum(cost_pico) from usage_day")))
        .isEqualTo(new Usd(books.number("select sum(cost_pico) from usage_upstream_day")));
    assertThat(books.check().differences()).isEmpty();
  }

  /** Journals calls of several people, some twice, some open, and drains; their true sum. */
  private Usd randomBooks(Random random, int calls) {
    Usd sum = Usd.ZERO;
    List<CallSettled> earlier = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      String cost = Double.toString(random.nextDouble() * Math.pow(10, -random.nextInt(12)));
      CallSettled call = books.of(by("u" + random.nextInt(5), cost));
      switch (random.nextInt(5)) {
        case 0 -> write(TestingCalls.sent(call));
        case 1 -> write(books.of(unsettled("gen-" + call.call(), Unsettled.CLIENT_LEFT)));
        default -> {
          write(TestingCalls.sent(call));
          write(call);
          earlier.add(call);
          sum = sum.plus(call.charge().orElseThrow().cost());
        }
      }
      if (!earlier.isEmpty() && random.nextInt(4) == 0)
        write(earlier.get(random.nextInt(earlier.size())));
      if (random.nextInt(50) == 0) books.drain.catchUp();
    }
    TestingCalls.write(books.journal);
    books.drain.catchUp();
    return sum;
  }

  private void write(CallEvent event) {
    books.journal.write(CallCodec.kind(event), CallCodec.bytes(event));
  }

  @StoreTest
  void callsAreListedInPartsNewestFirstWithThoseWithoutACost() {
    books.book(
        costing("1"),
        costing("2"),
        unsettled("gen-x", Unsettled.NO_USAGE),
        by("jan", "3"),
        costing("4"));
    Calls calls = new Calls(books.database);
    CallFilter all = CallFilter.of(books.brzoza.id());
    List<ListedCall> first = calls.list(all, Optional.empty(), 3);
    List<ListedCall> rest = calls.list(all, Optional.of(first.getLast().call().call()), 3);
    assertThat(first).extracting(ListedCall::state).contains("settled", "unsettled");
    assertThat(rest).hasSize(2);
    assertThat(calls.count(all)).isEqualTo(5);
    assertThat(calls.list(filter("jan", null), Optional.empty(), 9)).hasSize(1);
    assertThat(calls.count(filter("jan", null))).isOne();
    assertThat(calls.list(filter(null, "unsettled"), Optional.empty(), 9)).hasSize(1);
    assertThat(calls.list(filter(null, "settled"), Optional.empty(), 9)).hasSize(4);
    assertThat(calls.count(filter(null, "settled"))).isEqualTo(4);
  }

  private CallFilter filter(@Nullable String user, @Nullable String state) {
    return new CallFilter(
        Optional.of(books.brzoza.id()),
        Optional.of(TestingCalls.TENANT),
        Optional.ofNullable(user),
        Optional.of("acme/lark"),
        Optional.ofNullable(state),
        Optional.of(TODAY),
        Optional.of(TODAY));
  }

  @StoreTest
  void oneCallTellsItsWholeStory() {
    CallSettled call = costing("2");
    books.book(call);
    books.ledger.adjust(adjustment(Optional.of(1L), "-0.5", "Broken answer"), ANNA);
    CallStory story = new Calls(books.database).story(call.call());
    assertThat(story.call().generation().orElseThrow().origin().crc()).isNotZero();
    assertThat(story.signed()).hasSize(1);
    assertThatThrownBy(() -> new Calls(books.database).story(new UUID(0, 9)))
        .isInstanceOf(Fault.class);
  }

  @StoreTest
  void exportHasEveryLineAndNoFormula() throws IOException {
    books.book(by("=1+1", "0.5"), by("a\"b,c", "4.5e-7"));
    books.ledger.adjust(adjustment(Optional.empty(), "-0.25", "-2 \"of\" them"), ANNA);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new LedgerExport(books.database).write(books.brzoza.id(), TODAY, TODAY, out);
    List<String> lines = out.toString(UTF_8).lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(1)).contains(",'=1+1,");
    assertThat(lines.get(2)).contains("\"a\"\"b,c\"", ",0.00000045,4.5e-7,");
    assertThat(lines.get(3))
        .contains("adjustment,2026-11-25", ",-0.25,", "\"'-2 \"\"of\"\" them\"");
  }

  @StoreTest
  void monthSpendIsWhatIsBookedAndWhatIsHeld() {
    TestingCalls.whole(books.journal, books.of(costing("0.5")), books.of(by("jan", "0.25")));
    TestingCalls.whole(books.journal, books.of(unsettled("gen-x", Unsettled.CLIENT_LEFT)));
    MonthSpend spend =
        new MonthSpend(books.database, books.clock, organisation -> TestingCalls.WARSAW);
    List<SpendLine> lines = spend.since(List.of(books.brzoza.id()), books.drain);
    assertThat(lines)
        .extracting(line -> line.user() + " " + line.cost() + " " + line.held())
        .containsExactlyInAnyOrder("anna 0.5 false", "jan 0.25 false", "anna 0.5 true");
    assertThat(lines).allMatch(line -> line.key().orElseThrow().equals(TestingCalls.KEY));
  }
}
