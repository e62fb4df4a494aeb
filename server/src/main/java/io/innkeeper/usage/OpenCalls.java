package io.innkeeper.usage;

import io.innkeeper.store.Dialect;
import io.innkeeper.usage.Batch.Found;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Calls that were on their way when a batch ended. */
final class OpenCalls {
  private static final Bulk INSERT =
      new Bulk(
          "open_calls",
          """
          call_id text, node text, segment bigint, journal_offset bigint, crc bigint,
          organisation text, sent_at bigint, reserved_pico bigint, generation text, record bytea\
          """,
          "on conflict (call_id) do nothing");

  private OpenCalls() {}

  /** Notes what a batch tells of calls that it doesn't end, and strikes off those it ends. */
  static void note(Handle handle, Dialect dialect, Batch batch) {
    Map<UUID, String> opened = batch.opened();
    INSERT.write(
        handle,
        dialect,
        batch.stillOpen().stream()
            .map(found -> values(found, opened.getOrDefault(found.event().call(), "")))
            .toList());
    batch.stillOpen().forEach(found -> opened.remove(found.event().call()));
    open(handle, opened);
    remove(handle, batch.closed());
  }

  private static Object[] values(Found<CallSent> found, String generation) {
    CallSent call = found.event();
    Origin origin = found.origin();
    return new Object[] {
      call.call().toString(),
      origin.node(),
      origin.segment(),
      origin.offset(),
      origin.crc(),
      call.payer().organisation().toString(),
      call.at().toEpochMilli(),
      call.reserved().pico(),
      generation,
      CallCodec.bytes(call)
    };
  }

  private static void open(Handle handle, Map<UUID, String> opened) {
    if (opened.isEmpty()) return;
    PreparedBatch batch =
        handle.prepareBatch("update open_calls set generation = :generation where call_id = :call");
    opened.forEach(
        (call, generation) -> batch.bind("generation", generation).bind("call", call).add());
    batch.execute();
  }

  static void remove(Handle handle, List<UUID> calls) {
    if (calls.isEmpty()) return;
    PreparedBatch batch = handle.prepareBatch("delete from open_calls where call_id = :call");
    calls.forEach(call -> batch.bind("call", call).add());
    batch.execute();
  }

  /** Calls of a node's earlier starts: whoever would have ended them is gone. */
  static List<Found<CallSettled>> orphans(Handle handle, String node, long firstSegment, int most) {
    return handle
        .createQuery(
            """
            select * from open_calls where node = :node and segment < :first
            order by segment, journal_offset limit :most
            """)
        .bind("node", node)
        .bind("first", firstSegment)
        .bind("most", most)
        .map((row, context) -> new Found<>(unknown(row), LedgerReader.origin(row)))
        .list();
  }

  private static CallSettled unknown(ResultSet row) throws SQLException {
    CallSent sent = (CallSent) CallCodec.event(CallCodec.SENT, row.getBytes("record"));
    Optional<String> generation =
        Optional.of(row.getString("generation")).filter(id -> !id.isEmpty());
    return new CallSettled(
        sent.call(),
        sent.payer(),
        sent.request(),
        new CallAnswer(0, generation, "", "", "", 0),
        new CallTimes(sent.at(), -1, -1, -1, -1, -1, -1),
        sent.reserved(),
        Tokens.NONE,
        Optional.empty(),
        Optional.of(Unsettled.OUTCOME_UNKNOWN));
  }
}
