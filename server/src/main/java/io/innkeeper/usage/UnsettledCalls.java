package io.innkeeper.usage;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.money.Usd;
import io.innkeeper.store.Database;
import io.innkeeper.usage.LedgerEntry.Generation;
import io.innkeeper.usage.LedgerEntry.Signed;
import io.innkeeper.usage.LedgerEntry.State;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Calls whose exact cost isn't known yet, and the ways in which they leave: into the ledger, once,
 * whoever comes first. Thread-safe.
 */
public final class UnsettledCalls {
  private static final String INNKEEPER = "Innkeeper";

  private final Database database;
  private final Books books;
  private final AuditTrail audit;
  private final Clock clock;
  private final Function<UUID, ZoneId> zones;
  private volatile Consumer<SpendChange> changes = change -> {};
  private volatile Runnable news = () -> {};

  public UnsettledCalls(
      Database database, AuditTrail audit, Clock clock, Function<UUID, ZoneId> zones) {
    this.database = database;
    this.books = new Books(database.dialect(), clock);
    this.audit = audit;
    this.clock = clock;
    this.zones = zones;
  }

  /**
   * Budgets hear of each cost that the upstream tells, after it is in the ledger.
   *
   * @param told there is news, since a person settled a call in this process
   */
  public void tell(Consumer<SpendChange> listener, Runnable told) {
    changes = listener;
    news = told;
  }

  /**
   * The latest first.
   *
   * @param before only calls before this one: where the last part ended
   */
  public List<UnsettledCall> list(Optional<UUID> organisation, Optional<UUID> before, int limit) {
    String which =
        (organisation.isPresent() ? " and organisation = :organisation" : "")
            + (before.isPresent() ? " and call_id < :before" : "");
    return database.read(
        handle -> {
          var query =
              handle
                  .createQuery(
                      "select * from unsettled where 1 = 1"
                          + which
                          + " order by call_id desc limit :limit")
                  .bind("limit", limit);
          organisation.ifPresent(id -> query.bind("organisation", id));
          before.ifPresent(call -> query.bind("before", call));
          return query.map((row, context) -> UnsettledRows.read(row)).list();
        });
  }

  /** How many there are. */
  public long count(Optional<UUID> organisation) {
    String which = organisation.isPresent() ? " where organisation = :organisation" : "";
    return database.read(
        handle -> {
          var query = handle.createQuery("select count(*) from unsettled" + which);
          organisation.ifPresent(id -> query.bind("organisation", id));
          return query.mapTo(Long.class).one();
        });
  }

  /** When the oldest of them arrived. */
  public Optional<Instant> oldest() {
    return database.read(
        handle ->
            handle
                .createQuery("select min(arrived_at) from unsettled")
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli));
  }

  /** Asks the upstream again at the next turn. */
  public UnsettledCall askSoon(UUID call, Actor by) {
    return database.write(
        handle -> {
          get(handle, call);
          handle.execute(
              "update unsettled set next_try = ? where call_id = ?", clock.millis(), call);
          audit.record(handle, AuditEvent.done(by, "call.ask", "call " + call));
          return get(handle, call);
        });
  }

  /** A person found out what it did cost. */
  public void settle(UUID call, Usd cost, String reason, Actor by) {
    if (reason.isBlank())
      throw Fault.invalidField("reason", "reason-missing", "Say how you know what it did cost.");
    if (cost.isNegative())
      throw Fault.invalidField("cost", "cost-negative", "A call costs nothing or more.");
    database.change(
        handle -> {
          UnsettledCall unsettled = get(handle, call);
          Charge charge = new Charge(cost, cost.toString(), false);
          GenerationRecord record =
              new GenerationRecord(charge, unsettled.call().tokens(), "", "", "");
          if (!take(handle, unsettled)) throw notThere();
          SpendChange made = enter(handle, unsettled, record, by.name(), reason.strip());
          SpendNews.tell(handle, made, clock.instant());
          audit.record(
              handle,
              AuditEvent.done(by, "call.settle", "call " + call)
                  .changing(Map.of(), Map.of("cost", cost.toString()))
                  .noting(reason.strip()));
        });
    news.run();
  }

  /** The upstream told the cost. */
  void found(UnsettledCall unsettled, GenerationRecord record) {
    String reason = "The upstream told its cost: " + record.charge().cost() + " USD.";
    Optional<SpendChange> change =
        database.write(
            handle ->
                take(handle, unsettled)
                    ? Optional.of(enter(handle, unsettled, record, INNKEEPER, reason))
                    : Optional.empty());
    change.ifPresent(changes);
  }

  /** The upstream did not tell it; an estimate may stand in from here. */
  void notFound(
      UnsettledCall unsettled, String answer, Optional<Instant> next, Optional<Usd> estimate) {
    Optional<SpendChange> change =
        database.write(
            handle -> {
              boolean ours = noteTry(handle, unsettled, answer, next);
              return ours
                  ? estimate.flatMap(cost -> estimate(handle, unsettled, cost))
                  : Optional.empty();
            });
    change.ifPresent(changes);
  }

  private static boolean noteTry(
      Handle handle, UnsettledCall unsettled, String answer, Optional<Instant> next) {
    return handle.execute(
            """
            update unsettled set tries = tries + 1, last_answer = ?, next_try = ?
            where call_id = ? and tries = ?
            """,
            answer,
            next.map(Instant::toEpochMilli).orElse(null),
            unsettled.call().call(),
            unsettled.tries())
        == 1;
  }

  private Optional<SpendChange> estimate(Handle handle, UnsettledCall unsettled, Usd cost) {
    CallSettled call = unsettled.call();
    Charge charge = new Charge(cost, cost.toString(), false);
    List<LedgerLine> lines =
        books.add(handle, List.of(generation(unsettled, call, charge, State.ESTIMATED)));
    if (lines.isEmpty()) {
      UnsettledRows.remove(handle, call.call());
      return Optional.empty();
    }
    handle.execute(
        "update unsettled set estimated_line = ? where call_id = ?",
        lines.getFirst().line(),
        call.call());
    return Optional.of(
        new SpendChange(
            Share.of(call), call.payer().provenUser(), unsettled.day(), call.reserved(), cost));
  }

  /** Takes a call off the list; false if somebody else did so, or asked meanwhile. */
  private static boolean take(Handle handle, UnsettledCall unsettled) {
    return handle.execute(
            "delete from unsettled where call_id = ? and tries = ?",
            unsettled.call().call(),
            unsettled.tries())
        == 1;
  }

  private SpendChange enter(
      Handle handle,
      UnsettledCall unsettled,
      GenerationRecord record,
      String author,
      String reason) {
    CallSettled call = record.completing(unsettled.call());
    Share share = Share.of(unsettled.call());
    Optional<String> person = unsettled.call().payer().provenUser();
    if (unsettled.estimate().isPresent()) {
      Signed signed = correction(handle, unsettled, record, author, reason);
      books.add(handle, List.of(signed));
      return new SpendChange(share, person, signed.day(), Usd.ZERO, signed.cost());
    }
    LedgerEntry entry = generation(unsettled, call, record.charge(), State.RECONCILED);
    // Where another call has the same generation it stays aside as a conflict, and costs nothing.
    boolean added = !books.add(handle, List.of(entry)).isEmpty();
    return new SpendChange(
        share, person, unsettled.day(), call.reserved(), added ? entry.cost() : Usd.ZERO);
  }

  private static Generation generation(
      UnsettledCall unsettled, CallSettled call, Charge charge, State state) {
    return new Generation(
        unsettled.day(),
        call,
        charge,
        charge.cost().times(call.payer().markup()),
        state,
        unsettled.origin());
  }

  /** The difference between what was estimated and what is known now. */
  private Signed correction(
      Handle handle,
      UnsettledCall unsettled,
      GenerationRecord record,
      String author,
      String reason) {
    long estimated = unsettled.estimate().orElseThrow();
    LedgerLine line = Ledger.find(handle, estimated).orElseThrow();
    Payer payer = unsettled.call().payer();
    Usd cost = record.charge().cost();
    Instant now = clock.instant();
    return new Signed(
        LocalDate.ofInstant(now, zones.apply(payer.organisation())),
        line.entry().share(),
        record.tokens().minus(line.entry().tokens()),
        cost.minus(line.entry().cost()),
        cost.times(payer.markup()).minus(line.entry().billed()),
        payer.markup(),
        Optional.of(estimated),
        author,
        reason,
        unsettled.call().request().upstream(),
        unsettled.call().times().arrived());
  }

  private static UnsettledCall get(Handle handle, UUID call) {
    return UnsettledRows.find(handle, call).orElseThrow(UnsettledCalls::notThere);
  }

  private static Fault notThere() {
    return Fault.notFound("no-such-unsettled-call", "No call with this id waits for its cost.");
  }
}
