package io.innkeeper.usage;

import io.innkeeper.journal.Position;
import io.innkeeper.store.Dialect;
import io.innkeeper.usage.Batch.Found;
import io.innkeeper.usage.LedgerEntry.Generation;
import io.innkeeper.usage.LedgerEntry.State;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Brings one batch into the store in the caller's transaction: lines, sums, calls on their way,
 * calls without a cost and the journal's position, all or nothing. Doing it again changes nothing.
 */
final class BatchWriter {
  private static final Bulk UNREADABLE =
      new Bulk(
          "journal_unreadable",
          """
          node text, segment bigint, journal_offset bigint, crc bigint, record_kind bigint,
          bytes bigint, why text, found_at bigint\
          """,
          "on conflict (node, segment, journal_offset) do nothing");

  private final Dialect dialect;
  private final Books books;
  private final Clock clock;
  private final Function<UUID, ZoneId> zones;

  BatchWriter(Dialect dialect, Books books, Clock clock, Function<UUID, ZoneId> zones) {
    this.dialect = dialect;
    this.books = books;
    this.clock = clock;
    this.zones = zones;
  }

  /**
   * Answers how many lines were new.
   *
   * @param trusting that the ledger has none of these calls yet
   * @throws Bulk.Refused if it was trusted and it has
   */
  int write(Handle handle, Batch batch, boolean trusting) {
    Map<UUID, ZoneId> known = new HashMap<>();
    Function<Found<CallSettled>, ZoneId> zone =
        found -> known.computeIfAbsent(found.event().payer().organisation(), zones);
    List<LedgerEntry> entries =
        batch.settled().stream()
            .flatMap(found -> entry(found, zone.apply(found)).stream())
            .toList();
    List<LedgerLine> lines = trusting ? books.addNew(handle, entries) : books.add(handle, entries);
    if (!trusting || UnsettledRows.any(handle)) forget(handle, entries);
    unsettled(
        handle,
        batch.settled().stream().filter(found -> found.event().charge().isEmpty()).toList(),
        zone);
    OpenCalls.note(handle, dialect, batch);
    unreadable(handle, batch);
    position(handle, batch.node(), batch.end());
    return lines.size();
  }

  /** Calls that an earlier start of the gateway left behind. */
  int orphans(Handle handle, String node, long firstSegment, int most) {
    List<Found<CallSettled>> orphans = OpenCalls.orphans(handle, node, firstSegment, most);
    unsettled(handle, orphans, found -> zones.apply(found.event().payer().organisation()));
    OpenCalls.remove(handle, orphans.stream().map(found -> found.event().call()).toList());
    return orphans.size();
  }

  private static Optional<LedgerEntry> entry(Found<CallSettled> found, ZoneId zone) {
    CallSettled call = found.event();
    return call.charge()
        .map(charge -> Generation.of(call, charge, State.SETTLED, zone, found.origin()));
  }

  /** A cost that the journal brings after all ends the waiting for it. */
  private void forget(Handle handle, List<LedgerEntry> entries) {
    List<String> calls =
        entries.stream().map(entry -> ((Generation) entry).call().call().toString()).toList();
    if (calls.isEmpty()) return;
    Among.of(dialect, calls)
        .in(handle, "select call_id from unsettled where estimated_line is null and call_id")
        .mapTo(UUID.class)
        .list()
        .forEach(call -> UnsettledRows.remove(handle, call));
  }

  private void unsettled(
      Handle handle, List<Found<CallSettled>> found, Function<Found<CallSettled>, ZoneId> zone) {
    if (found.isEmpty()) return;
    Set<UUID> known = books.known(handle, found.stream().map(one -> one.event().call()).toList());
    UnsettledRows.insert(
        handle,
        dialect,
        found.stream()
            .filter(one -> !known.contains(one.event().call()))
            .map(one -> unsettled(one, zone.apply(one)))
            .collect(Collectors.toList()));
  }

  private UnsettledCall unsettled(Found<CallSettled> found, ZoneId zone) {
    CallSettled call = found.event();
    Optional<Instant> firstTry =
        Lookups.worthwhile(call) ? Optional.of(Lookups.first(clock.instant())) : Optional.empty();
    return new UnsettledCall(
        call,
        LocalDate.ofInstant(call.times().arrived(), zone),
        firstTry,
        0,
        "",
        Optional.empty(),
        found.origin());
  }

  private void unreadable(Handle handle, Batch batch) {
    UNREADABLE.write(
        handle,
        dialect,
        batch.unreadable().stream()
            .map(
                found ->
                    new Object[] {
                      batch.node(),
                      found.record().at().segment(),
                      found.record().at().offset(),
                      found.record().crc(),
                      (int) found.record().kind(),
                      found.record().payload().length,
                      found.why(),
                      clock.millis()
                    })
            .toList());
  }

  /** Where a node's journal was drained to. */
  static Position position(Handle handle, String node) {
    return handle
        .createQuery("select segment, journal_offset from journal_positions where node = :node")
        .bind("node", node)
        .map((row, context) -> new Position(row.getLong(1), row.getLong(2)))
        .findOne()
        .orElse(Position.START);
  }

  private void position(Handle handle, String node, Position end) {
    handle.execute(
        """
        insert into journal_positions (node, segment, journal_offset, moved_at) values (?, ?, ?, ?)
        on conflict (node) do update set segment = excluded.segment,
          journal_offset = excluded.journal_offset, moved_at = excluded.moved_at
        """,
        node,
        end.segment(),
        end.offset(),
        clock.millis());
  }
}
