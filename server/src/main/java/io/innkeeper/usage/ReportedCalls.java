package io.innkeeper.usage;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import io.innkeeper.usage.LedgerEntry.Generation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Calls that other programs made and tell of; each enters the ledger once. Thread-safe. */
public final class ReportedCalls {
  /** Where such calls went, as the ledger knows it: nobody here knows more. */
  public static final String UPSTREAM = "webhook";

  private static final Duration OLDEST = Duration.ofDays(1);
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final Database database;
  private final Books books;
  private final AuditTrail audit;
  private final Organisations organisations;
  private final Ledger ledger;
  private final Ids ids;
  private final Clock clock;

  /** What became of a report. */
  public sealed interface Outcome {
    LedgerLine line();
  }

  public record Entered(LedgerLine line) implements Outcome {}

  /** The same report came before. */
  public record Known(LedgerLine line) implements Outcome {}

  ReportedCalls(
      Database database,
      AuditTrail audit,
      Organisations organisations,
      Ledger ledger,
      Clock clock) {
    this.database = database;
    this.books = new Books(database.dialect(), clock);
    this.audit = audit;
    this.organisations = organisations;
    this.ledger = ledger;
    this.ids = new Ids(clock);
    this.clock = clock;
  }

  /**
   * Enters a call; its line is on disk when this returns. It counts on the day it was made.
   *
   * @throws Fault INVALID if it is older than a day or not yet made; CONFLICT if its request id was
   *     used for another call, or if the organisation is closed
   */
  public Outcome enter(ReportedCall call, Actor by) {
    refuseStrayTime(call.at());
    Organisation organisation = organisations.get(call.organisation());
    if (organisation.state() == Organisation.State.CLOSED)
      throw Fault.conflict("organisation-closed", organisation.name() + " is closed.");
    Outcome outcome = database.write(handle -> enter(handle, call, organisation, by));
    if (outcome instanceof Entered) ledger.announce();
    return outcome;
  }

  private void refuseStrayTime(Instant at) {
    Instant now = clock.instant();
    if (!at.isBefore(now.minus(OLDEST)) && !at.isAfter(now.plus(AHEAD))) return;
    throw Fault.invalidField(
            "timestamp",
            "report-time",
            "A report tells of a call of the last 24 hours; this one was made at " + at + ".")
        .advising("What is older is entered by an adjustment.");
  }

  private Outcome enter(Handle handle, ReportedCall call, Organisation organisation, Actor by) {
    // Whoever tells the same at the same time waits here and then finds it.
    Books.hold(handle);
    Optional<LedgerLine> before = find(handle, call.generation());
    if (before.isPresent()) return known(call, before.get());
    Generation entry =
        Generation.of(
            settled(handle, call, organisation),
            new Charge(call.cost(), call.told(), false),
            LedgerEntry.State.SETTLED,
            organisation.spec().timeZone(),
            Origin.NONE);
    LedgerLine line = books.add(handle, List.of(entry)).getFirst();
    audit.record(
        handle,
        AuditEvent.done(by, "usage.report", "organisation " + organisation.slug())
            .changing(Map.of(), Map.of("line", line.line(), "cost", call.cost().toString())));
    SpendNews.tell(
        handle,
        new SpendChange(entry.share(), Optional.empty(), entry.day(), Usd.ZERO, entry.cost()),
        clock.instant());
    return new Entered(line);
  }

  private static Outcome known(ReportedCall call, LedgerLine line) {
    LedgerEntry entry = line.entry();
    boolean same =
        entry.cost().equals(call.cost())
            && entry.tokens().total() == call.tokens()
            && entry.share().model().equals(call.model());
    if (same) return new Known(line);
    throw Fault.conflict(
            "request-id-reused",
            "The request id “" + call.requestId() + "” was used for another call.")
        .advising("Each call needs an id of its own; a repeated report must say the same.");
  }

  private static Optional<LedgerLine> find(Handle handle, String generation) {
    return handle
        .createQuery("select * from ledger where generation = :generation and upstream = :upstream")
        .bind("generation", generation)
        .bind("upstream", UPSTREAM)
        .map((row, context) -> LedgerReader.line(row))
        .findOne();
  }

  private CallSettled settled(Handle handle, ReportedCall call, Organisation organisation) {
    Optional<EndUser> user =
        call.user().map(id -> new EndUser(id, name(handle, call).orElse(id), false));
    Charge charge = new Charge(call.cost(), call.told(), false);
    return new CallSettled(
        ids.next(),
        new Payer(
            call.organisation(), Optional.empty(), call.key(), user, organisation.spec().markup()),
        new CallRequest(
            call.requestId(), UPSTREAM, CallKind.OTHER_TASK, call.model(), false, UPSTREAM, "", 0),
        new CallAnswer(200, Optional.of(call.generation()), call.model(), "", "", 0),
        new CallTimes(call.at(), -1, -1, -1, -1, -1, -1),
        Usd.ZERO,
        Tokens.of(call.tokens(), 0),
        Optional.of(charge),
        Optional.empty());
  }

  /** A report has no names; one that is known already stays. */
  private static Optional<String> name(Handle handle, ReportedCall call) {
    return handle
        .createQuery(
            "select name from usage_people where organisation = :organisation and user_id = :user")
        .bind("organisation", call.organisation())
        .bind("user", call.user().orElse(""))
        .mapTo(String.class)
        .findOne()
        .filter(name -> !name.isEmpty());
  }
}
