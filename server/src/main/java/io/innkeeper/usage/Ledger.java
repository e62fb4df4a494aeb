package io.innkeeper.usage;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.store.Database;
import io.innkeeper.usage.LedgerEntry.Generation;
import io.innkeeper.usage.LedgerEntry.Signed;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What people do with the ledger. Lines are only ever added. Thread-safe. */
public final class Ledger {
  private static final int LONGEST_REASON = 500;

  private final Database database;
  private final Books books;
  private final AuditTrail audit;
  private final Organisations organisations;
  private final Clock clock;
  private volatile Runnable news = () -> {};

  public Ledger(Database database, AuditTrail audit, Organisations organisations, Clock clock) {
    this.database = database;
    this.books = new Books(database.dialect(), clock);
    this.audit = audit;
    this.organisations = organisations;
    this.clock = clock;
  }

  /** Who serves calls in this process hears at once that there is news, once it is written. */
  public void tell(Runnable listener) {
    news = listener;
  }

  /** Writes a refund or a correction; it counts today. */
  public LedgerLine adjust(Adjustment wanted, Actor by) {
    demandReason(wanted.reason());
    Organisation organisation = organisations.get(wanted.organisation());
    LedgerLine line = database.write(handle -> write(handle, wanted, organisation, by));
    news.run();
    return line;
  }

  /** Writes usage that no gateway saw, with its author and reason; it counts today. */
  public LedgerLine record(ManualUsage used, Actor by) {
    demandReason(used.reason());
    Organisation organisation = organisations.get(used.organisation());
    LedgerLine line =
        database.write(
            handle ->
                write(handle, entry(used, organisation, by), Optional.empty(), organisation, by));
    news.run();
    return line;
  }

  private Signed entry(ManualUsage used, Organisation organisation, Actor by) {
    Instant now = clock.instant();
    return new Signed(
        organisation.dayOf(now),
        new Share(
            organisation.id(), Optional.empty(), Optional.empty(), "", used.model().strip(), ""),
        Tokens.of(used.tokens(), 0),
        used.cost(),
        used.cost().times(organisation.spec().markup()),
        organisation.spec().markup(),
        Optional.empty(),
        by.name(),
        used.reason().strip(),
        "",
        now);
  }

  /** Others wrote a line: who serves calls here hears of it. */
  void announce() {
    news.run();
  }

  private LedgerLine write(Handle handle, Adjustment wanted, Organisation organisation, Actor by) {
    Optional<LedgerLine> about = wanted.refersTo().map(line -> about(handle, wanted, line));
    Signed entry = entry(wanted, about, organisation, by);
    return write(handle, entry, about.flatMap(Ledger::person), organisation, by);
  }

  private LedgerLine write(
      Handle handle, Signed entry, Optional<String> person, Organisation organisation, Actor by) {
    LedgerLine line = books.add(handle, List.of(entry)).getFirst();
    audit.record(
        handle,
        AuditEvent.done(by, "ledger.adjust", "organisation " + organisation.slug())
            .changing(Map.of(), facts(line, entry))
            .noting(entry.reason()));
    SpendNews.tell(
        handle,
        new SpendChange(entry.share(), person, entry.day(), Usd.ZERO, entry.cost()),
        clock.instant());
    return line;
  }

  private static void demandReason(String reason) {
    if (!reason.isBlank() && reason.length() <= LONGEST_REASON) return;
    throw Fault.invalidField(
        "reason",
        "reason",
        "Say why in 1 to " + LONGEST_REASON + " characters; it stays in the books.");
  }

  private static Optional<String> person(LedgerLine line) {
    return switch (line.entry()) {
      case Generation generation -> generation.call().payer().provenUser();
      case Signed signed -> Optional.of(signed.share().user()).filter(id -> !id.isEmpty());
    };
  }

  private Signed entry(
      Adjustment wanted, Optional<LedgerLine> about, Organisation organisation, Actor by) {
    BigDecimal markup = about.map(Ledger::markup).orElse(organisation.spec().markup());
    Usd cost = wanted.cost().orElse(Usd.ZERO);
    Usd billed = wanted.billed().orElseGet(() -> cost.times(markup));
    if (cost.isZero() && billed.isZero()) {
      throw Fault.invalidField(
          "cost", "amount-missing", "Give “cost” or “billed”, in USD and other than zero.");
    }
    Instant now = clock.instant();
    return new Signed(
        organisation.dayOf(now),
        about.map(line -> line.entry().share()).orElse(Share.whole(organisation.id())),
        Tokens.NONE,
        cost,
        billed,
        markup,
        wanted.refersTo(),
        by.name(),
        wanted.reason().strip(),
        "",
        now);
  }

  private static BigDecimal markup(LedgerLine line) {
    return switch (line.entry()) {
      case Generation generation -> generation.call().payer().markup();
      case Signed signed -> signed.markup();
    };
  }

  private static LedgerLine about(Handle handle, Adjustment wanted, long line) {
    return find(handle, line)
        .filter(found -> found.entry().share().organisation().equals(wanted.organisation()))
        .orElseThrow(
            () ->
                Fault.invalidField(
                    "refersTo", "no-such-line", "The organisation has no line " + line + "."));
  }

  private static Map<String, Object> facts(LedgerLine line, Signed entry) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("line", line.line());
    facts.put("cost", entry.cost().toString());
    facts.put("billed", entry.billed().toString());
    entry.refersTo().ifPresent(about -> facts.put("refersTo", about));
    return facts;
  }

  static Optional<LedgerLine> find(Handle handle, long line) {
    return handle
        .createQuery("select * from ledger where line = :line")
        .bind("line", line)
        .map((row, context) -> LedgerReader.line(row))
        .findOne();
  }

  /**
   * Corrections and adjustments of an organisation, newest first.
   *
   * @param before only lines with a smaller number: where the last part ended
   */
  public List<LedgerLine> signed(UUID organisation, Optional<Long> before, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select * from ledger
                    where organisation = :organisation and line_kind <> 'generation'
                      and line < :before
                    order by line desc limit :limit
                    """)
                .bind("organisation", organisation)
                .bind("before", before.orElse(Long.MAX_VALUE))
                .bind("limit", limit)
                .map((row, context) -> LedgerReader.line(row))
                .list());
  }

  /** How many corrections and adjustments an organisation has. */
  public long countSigned(UUID organisation) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select count(*) from ledger
                    where organisation = :organisation and line_kind <> 'generation'
                    """)
                .bind("organisation", organisation)
                .mapTo(Long.class)
                .one());
  }
}
