package io.innkeeper.usage;

import io.innkeeper.store.Dialect;
import io.innkeeper.usage.LedgerEntry.Generation;
import io.innkeeper.usage.LedgerEntry.Signed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes the ledger's lines as rows. */
final class LedgerRows {
  private static final Bulk INSERT =
      new Bulk(
          "ledger",
          """
          line bigint, line_kind text, call_id text, upstream text, generation text,
          organisation text, tenant text, key_id text, user_id text, user_name text,
          user_verified bigint, kind text, endpoint text, stream bigint, pseudonym text,
          request_id text, request_bytes bigint, model_asked text, model_answered text,
          provider text, status bigint, finish text, answer_bytes bigint, arrived_at bigint,
          ended_at bigint, day text, recognised bigint, admitted bigint, forwarded bigint,
          first_byte bigint, usage_known bigint, ended bigint, prompt bigint, completion bigint,
          cached bigint, cache_write bigint, reasoning bigint, audio_in bigint, audio_out bigint,
          image_out bigint, reserved_pico bigint, cost_pico bigint, cost_text text, own_key bigint,
          markup text, billed_pico bigint, state text, reason text, author text, note text,
          refers_to bigint, node text, segment bigint, journal_offset bigint, crc bigint,
          batch bigint, written_at bigint\
          """,
          "");

  private static final int COLUMNS = 57;

  private LedgerRows() {}

  static void insert(Handle handle, Dialect dialect, List<LedgerLine> lines) {
    INSERT.write(handle, dialect, lines, LedgerRows::values);
  }

  private static @Nullable Object[] values(LedgerLine line) {
    return switch (line.entry()) {
      case Generation generation -> values(line, generation);
      case Signed signed -> values(line, signed);
    };
  }

  /** In the order of the columns, which a call fills group by group. */
  private static @Nullable Object[] values(LedgerLine line, Generation entry) {
    CallSettled call = entry.call();
    Row row = new Row(line.line(), "generation", call.call().toString());
    row.add(call.request().upstream(), entry.generation());
    row.payer(call.payer());
    row.request(call.request());
    row.answer(call.answer());
    row.times(call.times(), entry.day());
    row.tokens(call.tokens());
    row.add(call.reserved().pico(), entry.cost().pico());
    row.add(entry.charge().text(), entry.charge().ownKey());
    row.add(call.payer().markup().toPlainString(), entry.billed().pico());
    row.add(entry.state().word(), call.unsettled().map(Unsettled::word).orElse(""));
    row.add("", "", null);
    row.origin(entry.origin());
    return row.written(line);
  }

  /** The same order; what only a call has is left empty. */
  private static @Nullable Object[] values(LedgerLine line, Signed entry) {
    long arrived = entry.arrived().toEpochMilli();
    Row row = new Row(line.line(), entry.correction() ? "correction" : "adjustment", null);
    row.add(entry.upstream(), null);
    row.share(entry.share());
    row.add(entry.share().kind(), "", false, "", "", 0, entry.share().model());
    row.add("", "", 0, "", 0);
    row.add(arrived, arrived, entry.day().toString(), -1, -1, -1, -1, -1, -1);
    row.tokens(entry.tokens());
    row.add(0, entry.cost().pico());
    row.add(entry.cost().toString(), false);
    row.add(entry.markup().toPlainString(), entry.billed().pico());
    row.add(entry.correction() ? "reconciled" : "settled", "");
    row.add(entry.author(), entry.reason(), entry.refersTo().orElse(null));
    row.add("", 0, 0, 0);
    return row.written(line);
  }

  /** One row on its way, its values in the order of the columns. */
  private static final class Row {
    private final List<@Nullable Object> values = new ArrayList<>(COLUMNS);

    Row(@Nullable Object... first) {
      add(first);
    }

    void add(@Nullable Object... more) {
      values.addAll(Arrays.asList(more));
    }

    void payer(Payer payer) {
      Optional<EndUser> user = payer.user();
      add(payer.organisation().toString(), text(payer.tenant()), payer.key().toString());
      add(user.map(EndUser::id).orElse(""), user.map(EndUser::name).orElse(""));
      add(user.map(EndUser::verified).orElse(false));
    }

    void share(Share share) {
      add(share.organisation().toString(), text(share.tenant()), text(share.key()));
      add(share.user(), "", false);
    }

    void request(CallRequest request) {
      add(request.kind().word(), request.endpoint(), request.stream(), request.pseudonym());
      add(request.id(), request.bytes(), request.model());
    }

    void answer(CallAnswer answer) {
      add(answer.model(), answer.provider(), answer.status(), answer.finish(), answer.bytes());
    }

    void times(CallTimes times, LocalDate day) {
      long arrived = times.arrived().toEpochMilli();
      add(arrived, arrived + times.ended() / 1000, day.toString());
      add(times.recognised(), times.admitted(), times.forwarded());
      add(times.firstByte(), times.usage(), times.ended());
    }

    void tokens(Tokens tokens) {
      add(tokens.prompt(), tokens.completion(), tokens.cached(), tokens.cacheWrite());
      add(tokens.reasoning(), tokens.audioIn(), tokens.audioOut(), tokens.imageOut());
    }

    void origin(Origin origin) {
      add(origin.node(), origin.segment(), origin.offset(), origin.crc());
    }

    @Nullable Object[] written(LedgerLine line) {
      add(line.batch(), line.writtenAt().toEpochMilli());
      return values.toArray();
    }
  }

  static String text(Optional<UUID> id) {
    return id.map(UUID::toString).orElse("");
  }
}
