package io.innkeeper.usage;

import io.innkeeper.store.Dialect;
import io.innkeeper.usage.LedgerEntry.Generation;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The only hand that writes into the ledger. It holds the head, so lines are numbered without gaps
 * and what is already there is known for certain: a call enters once, and so does a generation.
 */
final class Books {
  private static final Bulk CONFLICTS =
      new Bulk(
          "ledger_conflicts",
          """
          call_id text, organisation text, upstream text, generation text, other_call text,
          cost_pico bigint, node text, segment bigint, journal_offset bigint, crc bigint,
          record bytea, found_at bigint\
          """,
          "on conflict (call_id) do nothing");

  private final Dialect dialect;
  private final Clock clock;

  record Head(long lines, long batch) {}

  private record GenerationId(String upstream, String generation) {
    static GenerationId of(Generation entry) {
      return new GenerationId(entry.call().request().upstream(), entry.generation());
    }
  }

  Books(Dialect dialect, Clock clock) {
    this.dialect = dialect;
    this.clock = clock;
  }

  /**
   * Writes entries in the caller's transaction, with all sums kept of them.
   *
   * @return the lines written: entries whose call is there already are left out, those whose
   *     generation id another call brought are kept as conflicts
   */
  List<LedgerLine> add(Handle handle, List<LedgerEntry> entries) {
    if (entries.isEmpty()) return List.of();
    Head head = hold(handle);
    return add(handle, head, newOnes(handle, entries));
  }

  /**
   * The same without looking whether one is there already, which nearly never is.
   *
   * @throws Bulk.Refused if one is there; nothing of the caller's transaction holds then
   */
  List<LedgerLine> addNew(Handle handle, List<LedgerEntry> entries) {
    if (entries.isEmpty()) return List.of();
    return add(handle, hold(handle), entries);
  }

  private List<LedgerLine> add(Handle handle, Head head, List<LedgerEntry> entries) {
    Instant now = clock.instant();
    List<LedgerLine> lines = new ArrayList<>();
    for (LedgerEntry entry : entries) {
      lines.add(new LedgerLine(head.lines() + lines.size() + 1, head.batch(), now, entry));
    }
    LedgerRows.insert(handle, dialect, lines);
    RollUps.add(handle, dialect, lines);
    handle.execute("update ledger_head set lines = ? where id = 1", head.lines() + lines.size());
    return lines;
  }

  /** Reads the head and holds it until the transaction ends: the next writer waits here. */
  static Head hold(Handle handle) {
    return handle
        .createQuery(
            """
            insert into ledger_head (id, lines, batches)
            values (1, (select coalesce(max(line), 0) from ledger), 1)
            on conflict (id) do update set batches = ledger_head.batches + 1
            returning lines, batches
            """)
        .map((row, context) -> new Head(row.getLong(1), row.getLong(2)))
        .one();
  }

  private List<LedgerEntry> newOnes(Handle handle, List<LedgerEntry> entries) {
    List<Generation> calls =
        entries.stream().filter(Generation.class::isInstance).map(Generation.class::cast).toList();
    Set<UUID> known = known(handle, calls.stream().map(entry -> entry.call().call()).toList());
    Map<GenerationId, UUID> taken = taken(handle, calls);
    List<LedgerEntry> fresh = new ArrayList<>();
    List<@Nullable Object[]> conflicts = new ArrayList<>();
    for (LedgerEntry entry : entries) {
      if (!(entry instanceof Generation generation)) {
        fresh.add(entry);
      } else if (known.add(generation.call().call())) {
        UUID other = taken.putIfAbsent(GenerationId.of(generation), generation.call().call());
        if (other == null) fresh.add(entry);
        else conflicts.add(conflict(generation, other));
      }
    }
    CONFLICTS.write(handle, dialect, conflicts);
    return fresh;
  }

  /** Which of these calls have a line already. */
  Set<UUID> known(Handle handle, List<UUID> calls) {
    Among among = Among.of(dialect, calls.stream().map(UUID::toString).toList());
    return among
        .in(handle, "select call_id from ledger where call_id")
        .mapTo(UUID.class)
        .collect(java.util.stream.Collectors.toCollection(HashSet::new));
  }

  private Map<GenerationId, UUID> taken(Handle handle, List<Generation> calls) {
    Among among = Among.of(dialect, calls.stream().map(Generation::generation).toList());
    Map<GenerationId, UUID> taken = new HashMap<>();
    among
        .in(handle, "select upstream, generation, call_id from ledger where generation")
        .map(
            (row, context) ->
                Map.entry(
                    new GenerationId(row.getString(1), row.getString(2)),
                    UUID.fromString(row.getString(3))))
        .forEach(entry -> taken.put(entry.getKey(), entry.getValue()));
    return taken;
  }

  private Object[] conflict(Generation entry, UUID other) {
    CallSettled call = entry.call();
    Origin origin = entry.origin();
    return new Object[] {
      call.call().toString(),
      call.payer().organisation().toString(),
      call.request().upstream(),
      entry.generation(),
      other.toString(),
      entry.cost().pico(),
      origin.node(),
      origin.segment(),
      origin.offset(),
      origin.crc(),
      CallCodec.bytes(call),
      clock.millis()
    };
  }
}
