package io.innkeeper.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.audit.AuditFilter;
import io.innkeeper.audit.AuditLine;
import io.innkeeper.client.ImportedCall;
import io.innkeeper.fault.Fault;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.OrganisationSpec;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class ImportsTest {
  private static final UUID TENANT = UUID.fromString("0190a000-0000-7000-8000-000000000001");

  @TempDir Path home;
  private TestingBooks books;
  private Imports imports;

  @BeforeEach
  void open(Database database) {
    books = new TestingBooks(database, home);
    imports =
        new Imports(
            database,
            books.audit,
            (organisation, slug) -> Optional.of(TENANT).filter(id -> slug.equals("brzoza")),
            books.clock);
  }

  @AfterEach
  void close() {
    books.close();
  }

  private static ImportedCall call(String generation, String at, String cost) {
    return new ImportedCall(
        generation,
        Instant.parse(at),
        "brzoza",
        "anna",
        "Żółć Anna",
        "anna@brzoza.example",
        "acme/lark",
        "Acme",
        null,
        1200L,
        340L,
        null,
        null,
        cost,
        null);
  }

  private Imports.Brought take(ImportedCall... calls) {
    return imports.take(books.brzoza, Optional.empty(), List.of(calls), TestingBooks.ANNA);
  }

  private Spending.Sum sum(String day) {
    LocalDate date = LocalDate.parse(day);
    return new Spending(books.database).total(books.brzoza.id(), date, date);
  }

  @StoreTest
  void callsCountOnTheOrganisationsDayTheyWereMade() {
    take(
        call("gen-1", "2026-10-24T21:59:59Z", "0.5"),
        call("gen-2", "2026-10-24T22:00:00Z", "0.25"),
        call("gen-3", "2026-10-25T22:59:59Z", "8.1e-7"));
    assertThat(sum("2026-10-24").cost()).isEqualTo(Usd.parse("0.5"));
    // The day that winter time makes 25 hours long.
    assertThat(sum("2026-10-25").cost()).isEqualTo(Usd.parse("0.25000081"));
    assertThat(sum("2026-10-25").billed()).isEqualTo(Usd.parse("0.325001053"));
    assertThat(new LedgerCheck(books.database).run().whole()).isTrue();
  }

  @StoreTest
  void eachEntersOnceHoweverOftenItIsBrought() {
    ImportedCall first = call("gen-1", "2026-10-24T10:00:00Z", "0.5");
    take(first);
    Imports.Brought again = take(first, call("gen-2", "2026-10-24T10:00:01Z", "1"), first);
    assertThat(again.written()).isEqualTo(1);
    assertThat(again.known()).isEqualTo(2);
    assertThat(sum("2026-10-24").cost()).isEqualTo(Usd.parse("1.5"));
  }

  @StoreTest
  void organisationsNumberTheirImportsEachForItself() {
    take(call("1", "2026-10-24T10:00:00Z", "0.5"));
    Organisation other =
        books.organisations.create(
            OrganisationSpec.named("Wrzos"), Optional.empty(), TestingBooks.ANNA);
    ImportedCall same =
        new ImportedCall(
            "1",
            Instant.parse("2026-10-24T10:00:00Z"),
            null,
            null,
            null,
            null,
            "acme/lark",
            null,
            null,
            null,
            null,
            null,
            null,
            "2",
            null);
    assertThat(imports.take(other, Optional.empty(), List.of(same), TestingBooks.ANNA))
        .isEqualTo(new Imports.Brought(1, 0, 0, Usd.parse("2"), Usd.parse("2.6")));
  }

  @StoreTest
  void callWithAnothersIdIsKeptAsideAndTold() {
    Optional<String> upstream = Optional.of("openrouter");
    ImportedCall first = call("gen-1", "2026-10-24T10:00:00Z", "0.5");
    ImportedCall moved = call("gen-1", "2026-10-24T10:00:05Z", "0.5");
    imports.take(books.brzoza, upstream, List.of(first), TestingBooks.ANNA);
    Imports.Brought again = imports.take(books.brzoza, upstream, List.of(moved), TestingBooks.ANNA);
    assertThat(again.conflicts()).isEqualTo(1);
    assertThat(again.written()).isZero();
  }

  @StoreTest
  void oneBadCallKeepsAllOut() {
    assertThatThrownBy(
            () ->
                take(
                    call("gen-1", "2026-10-24T10:00:00Z", "0.5"),
                    call("gen-2", "2027-10-24T10:00:00Z", "0.5"),
                    call("gen-3", "2026-10-24T10:00:00Z", "-1"),
                    call("", "2026-10-24T10:00:00Z", "much")))
        .isInstanceOfSatisfying(
            Fault.class,
            fault ->
                assertThat(fault.fields())
                    .extracting(Fault.Field::name)
                    .containsExactly("calls[1].at", "calls[2].cost", "calls[3].generation"));
    assertThat(sum("2026-10-24").requests()).isZero();
  }

  @StoreTest
  void strangersWorkspaceIsRefused() {
    ImportedCall call =
        new ImportedCall(
            "gen-1",
            Instant.parse("2026-10-24T10:00:00Z"),
            "wrzos",
            null,
            null,
            null,
            "acme/lark",
            null,
            null,
            null,
            null,
            null,
            null,
            "1",
            null);
    assertThatThrownBy(() -> take(call)).hasMessageContaining("Nothing was taken");
  }

  @StoreTest
  void callsOfThisMonthAreNewsForBudgetsAndTheAuditTellsOfThem() {
    take(call("gen-1", "2026-11-24T10:00:00Z", "0.5"), call("gen-2", "2026-11-24T11:00:00Z", "1"));
    assertThat(new SpendNews(books.database).after(0))
        .extracting(news -> news.change().cost())
        .containsExactly(Usd.parse("1.5"));
    assertThat(books.audit.lines(AuditFilter.ALL, Optional.empty(), 1))
        .extracting(AuditLine::verb)
        .containsExactly("ledger.import");
  }
}
