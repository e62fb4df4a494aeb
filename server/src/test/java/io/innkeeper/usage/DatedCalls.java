package io.innkeeper.usage;

import io.innkeeper.audit.AuditTrail;
import io.innkeeper.journal.Journal;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Puts an organisation's calls of chosen instants into the books, as a gateway would. */
public final class DatedCalls implements AutoCloseable {
  private final Database database;
  private final Organisation organisation;
  private final Journal journal;
  private final Drain drain;
  private final Clock clock;
  private final Path folder;

  /** Journals below this folder. */
  public DatedCalls(Database database, Organisation organisation, Path folder, Clock clock) {
    this.database = database;
    this.organisation = organisation;
    this.clock = clock;
    this.folder = folder;
    this.journal = TestingCalls.journal(folder);
    this.drain =
        new Drain(
            database,
            journal,
            organisation.slug().value(),
            clock,
            id -> organisation.spec().timeZone());
  }

  /** A call by anna for {@code acme/lark}, with a markup of 1.3. */
  public void costing(String arrived, String cost) {
    call(arrived, "anna", "acme/lark", cost, "1.3");
  }

  /** A call as somebody made it. */
  public void call(String arrived, String user, String model, String cost, String markup) {
    call(arrived, user, "Żółć " + user, model, cost, markup);
  }

  /** The same by somebody who is called so from then on. */
  public void call(
      String arrived, String user, String name, String model, String cost, String markup) {
    EndUser person = new EndUser(user, name, true);
    book(TestingCalls.at(Instant.parse(arrived), cost), person, model, markup);
  }

  /** One whose cost nobody knows. */
  public UUID cutOff(String arrived) {
    CallSettled call = TestingCalls.unsettled("gen-" + arrived, Unsettled.UPSTREAM_CUT);
    EndUser anna = new EndUser("anna", "Żółć anna", true);
    return book(at(call, Instant.parse(arrived)), anna, "acme/lark", "1.3");
  }

  /** One for whose cost an estimate of ours stands. */
  public void estimated(String arrived, String cost) {
    UUID call = cutOff(arrived);
    UnsettledCalls unsettled = unsettled();
    UnsettledCall waiting =
        unsettled.list(Optional.of(organisation.id()), Optional.empty(), 10).stream()
            .filter(one -> one.call().call().equals(call))
            .findFirst()
            .orElseThrow();
    unsettled.notFound(waiting, "not there", Optional.empty(), Optional.of(Usd.parse(cost)));
  }

  private UnsettledCalls unsettled() {
    SecretBox box = SecretBox.open(folder.resolve("master.key"));
    return new UnsettledCalls(
        database,
        new AuditTrail(database, box, clock),
        clock,
        id -> organisation.spec().timeZone());
  }

  private UUID book(CallSettled call, EndUser user, String model, String markup) {
    CallRequest asked = call.request();
    CallSettled ours =
        new CallSettled(
            call.call(),
            new Payer(
                organisation.id(),
                Optional.empty(),
                TestingCalls.KEY,
                Optional.of(user),
                new BigDecimal(markup)),
            new CallRequest(
                asked.id(),
                asked.endpoint(),
                asked.kind(),
                model,
                asked.stream(),
                asked.upstream(),
                asked.pseudonym(),
                asked.bytes()),
            call.answer(),
            call.times(),
            call.reserved(),
            call.tokens(),
            call.charge(),
            call.unsettled());
    TestingCalls.whole(journal, ours);
    drain.catchUp();
    return call.call();
  }

  private static CallSettled at(CallSettled call, Instant arrived) {
    CallTimes times = call.times();
    return new CallSettled(
        call.call(),
        call.payer(),
        call.request(),
        call.answer(),
        new CallTimes(
            arrived,
            times.recognised(),
            times.admitted(),
            times.forwarded(),
            times.firstByte(),
            times.usage(),
            times.ended()),
        call.reserved(),
        call.tokens(),
        call.charge(),
        call.unsettled());
  }

  /** The upstream told that a UTC day of its own came to so much. */
  public void upstreamCounted(String day, long requests, String cost) {
    UpstreamActivity activity = (_, _, _) -> new UpstreamActivity.Told(requests, Usd.parse(cost));
    new Comparison(database, activity, clock).day(LocalDate.parse(day));
  }

  @Override
  public void close() {
    drain.close();
    journal.close();
  }
}
