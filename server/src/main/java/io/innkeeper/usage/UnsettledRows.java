package io.innkeeper.usage;

import io.innkeeper.store.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The calls without an exact cost as rows. */
final class UnsettledRows {
  private static final Bulk INSERT =
      new Bulk(
          "unsettled",
          """
          call_id text, organisation text, tenant text, key_id text, user_id text, model text,
          kind text, upstream text, generation text, reason text, arrived_at bigint, day text,
          reserved_pico bigint, next_try bigint, tries bigint, last_answer text, node text,
          segment bigint, journal_offset bigint, crc bigint, record bytea\
          """,
          "on conflict (call_id) do nothing");

  private UnsettledRows() {}

  static void insert(Handle handle, Dialect dialect, List<UnsettledCall> calls) {
    INSERT.write(handle, dialect, calls.stream().map(UnsettledRows::values).toList());
  }

  private static @Nullable Object[] values(UnsettledCall unsettled) {
    CallSettled call = unsettled.call();
    Share share = Share.of(call);
    Origin origin = unsettled.origin();
    return new @Nullable Object[] {
      call.call().toString(),
      share.organisation().toString(),
      LedgerRows.text(share.tenant()),
      LedgerRows.text(share.key()),
      share.user(),
      share.model(),
      share.kind(),
      call.request().upstream(),
      call.answer().generation().orElse(""),
      unsettled.reason().word(),
      call.times().arrived().toEpochMilli(),
      unsettled.day().toString(),
      call.reserved().pico(),
      unsettled.nextTry().map(Instant::toEpochMilli).orElse(null),
      unsettled.tries(),
      unsettled.lastAnswer(),
      origin.node(),
      origin.segment(),
      origin.offset(),
      origin.crc(),
      CallCodec.bytes(call)
    };
  }

  /** Whether any call waits for its cost. */
  static boolean any(Handle handle) {
    return handle
            .createQuery(
                """
                select count(*)
                from (select 1 from unsettled where estimated_line is null limit 1) as waiting
                """)
            .mapTo(Long.class)
            .one()
        > 0;
  }

  static Optional<UnsettledCall> find(Handle handle, UUID call) {
    return handle
        .createQuery("select * from unsettled where call_id = :call")
        .bind("call", call)
        .map((row, context) -> read(row))
        .findOne();
  }

  /** Those the upstream is to be asked about now, longest due first. */
  static List<UnsettledCall> due(Handle handle, Instant now, int most) {
    return handle
        .createQuery(
            """
            select * from unsettled where next_try <= :now order by next_try, call_id limit :most
            """)
        .bind("now", now)
        .bind("most", most)
        .map((row, context) -> read(row))
        .list();
  }

  /** When the next one is due; empty if none is. */
  static Optional<Instant> nextTry(Handle handle) {
    return handle
        .createQuery("select min(next_try) from unsettled where next_try is not null")
        .mapTo(Instant.class)
        .findOne();
  }

  static void remove(Handle handle, UUID call) {
    handle.execute("delete from unsettled where call_id = ?", call);
  }

  static UnsettledCall read(ResultSet row) throws SQLException {
    long nextTry = row.getLong("next_try");
    boolean never = row.wasNull();
    long estimate = row.getLong("estimated_line");
    return new UnsettledCall(
        (CallSettled) CallCodec.event(CallCodec.SETTLED, row.getBytes("record")),
        LocalDate.parse(row.getString("day")),
        never ? Optional.empty() : Optional.of(Instant.ofEpochMilli(nextTry)),
        row.getInt("tries"),
        row.getString("last_answer"),
        estimate == 0 ? Optional.empty() : Optional.of(estimate),
        LedgerReader.origin(row));
  }
}
