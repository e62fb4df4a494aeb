package io.innkeeper.statement;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.statement.IssuedStatement.Marks;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Issuing statements and reading those that were issued. A number is given in the transaction that
 * keeps the document, so there is no gap and no number twice. Thread-safe.
 */
public final class Statements {
  private final Database database;
  private final AuditTrail audit;
  private final Drafts drafts;
  private final Clock clock;

  Statements(Database database, AuditTrail audit, Drafts drafts, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.drafts = drafts;
    this.clock = clock;
  }

  /**
   * Issues a month's statement, for good.
   *
   * @param accepted names of checks that did not pass and are accepted as they are
   * @param fingerprint of the draft that was looked at; if it is another one now, nothing is issued
   * @throws Fault CONFLICT if it was issued before, if the month isn't over, if a rate is missing,
   *     if calls have no known cost, or if something needs consent
   */
  public IssuedStatement issue(
      Organisation organisation,
      YearMonth month,
      Set<String> accepted,
      Optional<String> fingerprint,
      Actor by) {
    ofMonth(organisation.id(), month).ifPresent(Statements::refuseAgain);
    Draft draft = drafts.of(organisation, month);
    refuseUnfit(draft, accepted);
    if (fingerprint.isPresent() && !fingerprint.equals(draft.fingerprint())) throw changed();
    return database.write(handle -> issue(handle, draft, new TreeSet<>(accepted), by));
  }

  private IssuedStatement issue(Handle handle, Draft draft, Set<String> accepted, Actor by) {
    Organisation organisation = draft.organisation();
    StatementNumber number = StatementRows.next(handle, draft.month());
    // Only who holds the series can be sure that nobody else has just issued it.
    StatementRows.ofMonth(handle, organisation.id(), draft.month())
        .ifPresent(Statements::refuseAgain);
    demandPrices(handle, draft);
    Statement statement = numbered(draft.statement().orElseThrow(), number, organisation);
    accepted.retainAll(needed(draft));
    IssuedStatement issued =
        kept(handle, statement, number, Optional.empty(), draft.inside(), accepted, by);
    FrozenSeats.keep(handle, statement.id(), draft.seats());
    StatementRows.issuedNow(handle, organisation.id(), draft.month());
    audit.record(
        handle,
        AuditEvent.done(by, "statement.issue", "organisation " + organisation.slug())
            .changing(Map.of(), facts(issued)));
    return issued;
  }

  /** An issued month's prices stay, so they must be those of its draft at the commit. */
  private void demandPrices(Handle handle, Draft draft) {
    UUID organisation = draft.organisation().id();
    SeatRows.hold(database, handle, organisation);
    SeatTiers now = SeatPrices.of(handle, organisation, draft.month());
    if (!now.equals(draft.seats().tiers())) throw changed();
  }

  private static Fault changed() {
    return Fault.conflict("draft-changed", "The draft is not the one that you looked at any more.")
        .advising("Look at it again, then issue it.");
  }

  /** Keeps a document; for corrections too. */
  IssuedStatement kept(
      Handle handle,
      Statement statement,
      StatementNumber number,
      Optional<UUID> corrects,
      Inside inside,
      Set<String> accepted,
      Actor by) {
    FrozenStatement frozen = FrozenStatement.of(statement);
    IssuedStatement issued =
        new IssuedStatement(
            statement,
            corrects,
            Instant.ofEpochMilli(clock.millis()),
            by.name(),
            frozen.sha256(),
            inside,
            List.copyOf(accepted),
            Marks.NONE);
    StatementRows.insert(handle, issued, number, frozen);
    return issued;
  }

  /** The document with its number and days. */
  Statement numbered(Statement draft, StatementNumber number, Organisation organisation) {
    LocalDate today = organisation.dayOf(clock.instant());
    return new Statement(
        draft.id(),
        draft.organisation(),
        Optional.of(number.toString()),
        draft.corrects(),
        draft.month(),
        draft.language(),
        draft.currency(),
        draft.seller(),
        draft.buyer(),
        Optional.of(today),
        Optional.of(today.plusDays(draft.paymentDays())),
        draft.paymentDays(),
        draft.lines(),
        draft.vat(),
        draft.markup(),
        draft.conversion(),
        draft.seatFeed());
  }

  /** What its month's statement would be now. */
  public Draft draft(Organisation organisation, YearMonth month) {
    return drafts.of(organisation, month);
  }

  /** The number that the next document of a month has, if nobody comes first. */
  public String nextNumber(YearMonth month) {
    long last = database.read(handle -> StatementRows.last(handle, month)).orElse(0L);
    return new StatementNumber(month, last + 1).toString();
  }

  public IssuedStatement get(UUID id) {
    return find(id)
        .orElseThrow(() -> Fault.notFound("no-such-statement", "There is no such statement."));
  }

  public Optional<IssuedStatement> find(UUID id) {
    return database.read(handle -> StatementRows.byId(handle, id));
  }

  /** By id or number, which addresses write as {@code 2026-10-0031}. */
  public Optional<IssuedStatement> named(String name) {
    String number = name.strip().replace('-', '/');
    return database.read(
        handle ->
            uuid(name)
                .flatMap(id -> StatementRows.byId(handle, id))
                .or(() -> StatementRows.byNumber(handle, number)));
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A month's own document, if it is issued. */
  public Optional<IssuedStatement> ofMonth(UUID organisation, YearMonth month) {
    return database.read(handle -> StatementRows.ofMonth(handle, organisation, month));
  }

  /** The documents that change one, in the order of their numbers. */
  public List<IssuedStatement> corrections(UUID id) {
    return database.read(handle -> StatementRows.corrections(handle, id));
  }

  /** Issued documents, the latest months first. */
  public List<IssuedStatement> list(StatementFilter filter, int limit) {
    return database.read(handle -> StatementRows.list(handle, filter, limit));
  }

  /** A part of the same as lists show them, without reading the documents. */
  public List<ListedStatement> listed(StatementFilter filter, int from, int count) {
    return count == 0
        ? List.of()
        : database.read(handle -> ListedStatement.read(handle, filter, from, count));
  }

  /** How many there are under a filter. */
  public long count(StatementFilter filter) {
    return database.read(handle -> StatementRows.count(handle, filter));
  }

  /** Closed months that wait for their statement, the oldest first. */
  List<StatementRows.Ready> ready() {
    return database.read(StatementRows::ready);
  }

  /** Their drafts, of one organisation or of all. */
  public List<Draft> waiting(Optional<UUID> owner) {
    return waiting(owner, 0, Integer.MAX_VALUE);
  }

  /** A part of them: each is made anew, which takes its time. */
  public List<Draft> waiting(Optional<UUID> owner, int from, int count) {
    return ready().stream()
        .filter(ready -> owner.map(ready.organisation()::equals).orElse(true))
        .skip(from)
        .limit(count)
        .map(ready -> drafts.of(ready.organisation(), ready.month()))
        .toList();
  }

  /** How many months wait for their statement. */
  public long countReady() {
    return countReady(Optional.empty());
  }

  /** How many wait of one organisation, or of all. */
  public long countReady(Optional<UUID> owner) {
    return ready().stream()
        .filter(ready -> owner.map(ready.organisation()::equals).orElse(true))
        .count();
  }

  private static void refuseAgain(IssuedStatement issued) {
    throw Fault.conflict(
            "already-issued",
            "%s is issued already, as %s on %s."
                .formatted(
                    issued.statement().month(),
                    issued.number(),
                    issued.statement().issued().orElseThrow()))
        .advising("A mistake in it is put right by a correction.")
        .with("number", issued.number());
  }

  private static void refuseUnfit(Draft draft, Set<String> accepted) {
    for (Check check : draft.checks()) {
      if (check instanceof Check.Failed)
        throw Fault.conflict("statement-" + check.name(), check.said());
    }
    List<Check> open =
        draft.checks().stream()
            .filter(Check.Consent.class::isInstance)
            .filter(check -> !accepted.contains(check.name()))
            .toList();
    if (open.isEmpty()) return;
    List<String> names = open.stream().map(Check::name).toList();
    throw Fault.conflict("consent-missing", open.getFirst().said())
        .advising("Issue it accepting " + String.join(", ", names) + ", or mend it first.")
        .with("accept", names);
  }

  private static Set<String> needed(Draft draft) {
    Set<String> needed = new TreeSet<>();
    for (Check check : draft.checks()) {
      if (check instanceof Check.Consent) needed.add(check.name());
    }
    return needed;
  }

  static Map<String, Object> facts(IssuedStatement issued) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("number", issued.number());
    facts.put("month", issued.statement().month().toString());
    facts.put("net", issued.statement().net().toPlainString());
    facts.put("gross", issued.statement().gross().toPlainString());
    facts.put("currency", issued.statement().currency());
    facts.put("sha256", issued.sha256());
    if (!issued.accepted().isEmpty()) facts.put("accepted", String.join(", ", issued.accepted()));
    return facts;
  }
}
