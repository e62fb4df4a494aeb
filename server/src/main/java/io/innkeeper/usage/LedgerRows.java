package io.innkeeper.usage;

import io.innkeeper.store.Dialect;
import io.innkeeper.usage.LedgerEntry.Generation;
import io.innkeeper.usage.LedgerEntry.Signed;
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

  private LedgerRows() {}

  static void insert(Handle handle, Dialect dialect, List<LedgerLine> lines) {
    INSERT.write(handle, dialect, lines.stream().map(LedgerRows::values).toList());
  }

  static @Nullable Object[] values(LedgerLine line) {
    return switch (line.entry()) {
      case Generation generation -> values(line, generation);
      case Signed signed -> values(line, signed);
    };
  }

  private static @Nullable Object[] values(LedgerLine line, Generation entry) {
    CallSettled call = entry.call();
    Payer payer = call.payer();
    CallRequest request = call.request();
    CallAnswer answer = call.answer();
    CallTimes times = call.times();
    Tokens tokens = call.tokens();
    Optional<EndUser> user = payer.user();
    Origin origin = entry.origin();
    return new @Nullable Object[] {
      line.line(),
      "generation",
      call.call().toString(),
      request.upstream(),
      entry.generation(),
      payer.organisation().toString(),
      text(payer.tenant()),
      payer.key().toString(),
      user.map(EndUser::id).orElse(""),
      user.map(EndUser::name).orElse(""),
      user.map(EndUser::verified).orElse(false),
      request.kind().word(),
      request.endpoint(),
      request.stream(),
      request.pseudonym(),
      request.id(),
      request.bytes(),
      request.model(),
      answer.model(),
      answer.provider(),
      answer.status(),
      answer.finish(),
      answer.bytes(),
      times.arrived().toEpochMilli(),
      times.arrived().toEpochMilli() + times.ended() / 1000,
      entry.day().toString(),
      times.recognised(),
      times.admitted(),
      times.forwarded(),
      times.firstByte(),
      times.usage(),
      times.ended(),
      tokens.prompt(),
      tokens.completion(),
      tokens.cached(),
      tokens.cacheWrite(),
      tokens.reasoning(),
      tokens.audioIn(),
      tokens.audioOut(),
      tokens.imageOut(),
      call.reserved().pico(),
      entry.cost().pico(),
      entry.charge().text(),
      entry.charge().ownKey(),
      payer.markup().toPlainString(),
      entry.billed().pico(),
      entry.state().word(),
      call.unsettled().map(Unsettled::word).orElse(""),
      "",
      "",
      null,
      origin.node(),
      origin.segment(),
      origin.offset(),
      origin.crc(),
      line.batch(),
      line.writtenAt().toEpochMilli()
    };
  }

  private static @Nullable Object[] values(LedgerLine line, Signed entry) {
    Share share = entry.share();
    Tokens tokens = entry.tokens();
    long arrived = entry.arrived().toEpochMilli();
    return new @Nullable Object[] {
      line.line(),
      entry.correction() ? "correction" : "adjustment",
      null,
      entry.upstream(),
      null,
      share.organisation().toString(),
      text(share.tenant()),
      text(share.key()),
      share.user(),
      "",
      false,
      share.kind(),
      "",
      false,
      "",
      "",
      0,
      share.model(),
      "",
      "",
      0,
      "",
      0,
      arrived,
      arrived,
      entry.day().toString(),
      -1,
      -1,
      -1,
      -1,
      -1,
      -1,
      tokens.prompt(),
      tokens.completion(),
      tokens.cached(),
      tokens.cacheWrite(),
      tokens.reasoning(),
      tokens.audioIn(),
      tokens.audioOut(),
      tokens.imageOut(),
      0,
      entry.cost().pico(),
      entry.cost().toString(),
      false,
      entry.markup().toPlainString(),
      entry.billed().pico(),
      entry.correction() ? "reconciled" : "settled",
      "",
      entry.author(),
      entry.reason(),
      entry.refersTo().orElse(null),
      "",
      0,
      0,
      0,
      line.batch(),
      line.writtenAt().toEpochMilli()
    };
  }

  static String text(Optional<UUID> id) {
    return id.map(UUID::toString).orElse("");
  }
}
