package io.innkeeper.usage;

import static io.innkeeper.usage.TestingCalls.WARSAW;
import static io.innkeeper.usage.TestingCalls.journal;
import static io.innkeeper.usage.TestingCalls.whole;

import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.journal.Journal;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.OrganisationSpec;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import io.innkeeper.testing.TestingClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Journal, drain and ledger on a test's store, with one organisation in Warsaw. */
final class TestingBooks implements AutoCloseable {
  static final Actor ANNA =
      new Actor(Actor.Kind.OPERATOR, Optional.of(new UUID(7, 7)), "anna", "192.0.2.7", "req-1");

  final TestingClock clock = new TestingClock(TestingCalls.NOON);
  final Database database;
  final AuditTrail audit;
  final Organisations organisations;
  final Organisation brzoza;
  final Journal journal;
  final Drain drain;
  final Ledger ledger;
  final UnsettledCalls unsettled;

  TestingBooks(Database database, Path home) {
    this.database = database;
    SecretBox box = SecretBox.open(home.resolve("master.key"));
    audit = new AuditTrail(database, box, clock);
    organisations = new Organisations(database, box, audit, new Ids(clock), clock);
    brzoza = organisations.create(OrganisationSpec.named("Brzoza"), Optional.empty(), ANNA);
    journal = journal(home.resolve("journal"));
    drain = new Drain(database, journal, "local", clock, id -> WARSAW);
    ledger = new Ledger(database, audit, organisations, clock);
    unsettled = new UnsettledCalls(database, audit, clock, id -> WARSAW);
  }

  /** Journals and drains calls of Brzoza. */
  void book(CallSettled... calls) {
    for (CallSettled call : calls) whole(journal, of(call));
    drain.catchUp();
  }

  /** The same call as one of Brzoza's. */
  CallSettled of(CallSettled call) {
    Payer payer = call.payer();
    return new CallSettled(
        call.call(),
        new Payer(brzoza.id(), payer.tenant(), payer.key(), payer.user(), payer.markup()),
        call.request(),
        call.answer(),
        call.times(),
        call.reserved(),
        call.tokens(),
        call.charge(),
        call.unsettled());
  }

  LedgerCheck.Result check() {
    return new LedgerCheck(database).run();
  }

  long number(String sql) {
    return database.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  List<String> texts(String sql) {
    return database.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  @Override
  public void close() {
    journal.close();
  }
}
