package io.innkeeper.statement;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.audit.AuditFilter;
import io.innkeeper.audit.AuditLine;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.client.BillingTermsChange;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.OrganisationSpec;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import io.innkeeper.testing.TestingClock;
import io.innkeeper.usage.DatedCalls;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where statements are made: one organisation in Warsaw, on the second of November 2026, with the
 * rates of October's last days.
 */
final class TestingOffice implements AutoCloseable {
  static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  static final Actor ANNA =
      new Actor(Actor.Kind.OPERATOR, Optional.of(new UUID(7, 7)), "anna", "192.0.2.7", "req-1");

  /** What isn't known in most tests: the upstream's own sums, and where Brzoza is. */
  static final Set<String> UNKNOWN = Set.of("upstream", "buyer");

  final TestingClock clock = new TestingClock(Instant.parse("2026-11-02T05:00:00Z"));
  final TestingRates rates =
      new TestingRates(clock).publish("2026-10-29", "3.7000").publish("2026-10-30", "3.7812");
  final Database database;
  final AuditTrail audit;
  final Organisations organisations;
  final Organisation brzoza;
  final DatedCalls calls;
  final StatementRoom room;

  TestingOffice(Database database, Path home) {
    this(database, home, false);
  }

  TestingOffice(Database database, Path home, boolean automatic) {
    this.database = database;
    SecretBox box = SecretBox.open(home.resolve("master.key"));
    audit = new AuditTrail(database, box, clock);
    organisations = new Organisations(database, box, audit, new Ids(clock), clock);
    brzoza = opened("Brzoza");
    calls = new DatedCalls(database, brzoza, home.resolve("journal"), clock);
    StatementSettings settings =
        new StatementSettings(2, 6, new CloseZone(ZoneId.of("Europe/Warsaw")), automatic);
    room =
        new StatementRoom(
            database,
            audit,
            organisations,
            rates,
            settings,
            new PaperForms(Map.of("csv", TestingOffice::write)),
            clock);
    room.billing().setSeller(new Party("Halny", List.of("Kraków"), "", "", ""), 0, ANNA);
  }

  private static void write(Statement statement, OutputStream out) throws IOException {
    out.write(("number\n" + statement.number().orElse("") + "\n").getBytes(UTF_8));
  }

  Organisation opened(String name) {
    return organisations.create(OrganisationSpec.named(name), Optional.empty(), ANNA);
  }

  /** Changes Brzoza's terms; what is null stays. */
  void terms(@Nullable String lines, @Nullable String policy, @Nullable String seats) {
    BillingBook.Stored now = room.billing().terms(brzoza);
    BillingTermsChange change =
        new BillingTermsChange(null, null, lines, policy, null, null, null, seats);
    room.billing().set(brzoza, now.terms().changed(change), now.version(), ANNA);
  }

  /** Somebody has a seat; {@code until} is the first day without it, or empty. */
  Seat seat(String name, String from, String until) {
    Optional<LocalDate> end =
        until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until));
    SeatInput wanted = new SeatInput(name, name, "", LocalDate.parse(from), end);
    return room.seats().add(brzoza, wanted, ANNA);
  }

  Draft draft() {
    return room.statements().draft(brzoza, OCTOBER);
  }

  /** What it comes to by the books of now. */
  Optional<Drafts.Again> again(Statement was) {
    Drafts drafts = new Drafts(database, organisations, room.billing(), room.seats(), rates, clock);
    return drafts.again(brzoza, was);
  }

  IssuedStatement issue() {
    return issue(brzoza);
  }

  IssuedStatement issue(Organisation organisation) {
    return room.statements().issue(organisation, OCTOBER, UNKNOWN, Optional.empty(), ANNA);
  }

  List<String> verbs() {
    return audit.lines(AuditFilter.ALL, Optional.empty(), 100).stream()
        .map(AuditLine::verb)
        .toList();
  }

  long number(String sql) {
    return database.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  @Override
  public void close() {
    calls.close();
  }
}
