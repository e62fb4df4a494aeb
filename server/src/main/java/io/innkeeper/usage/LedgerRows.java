package io.innkeeper.usage;

import io.innkeeper.money.Usd;
import io.innkeeper.store.Dialect;
import io.innkeeper.usage.LedgerEntry.Generation;
import io.innkeeper.usage.LedgerEntry.Signed;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The ledger's lines as rows. */
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

  /** A row of {@code select *} as a line. */
  static LedgerLine line(ResultSet row) throws SQLException {
    boolean generation = row.getString("line_kind").equals("generation");
    return new LedgerLine(
        row.getLong("line"),
        row.getLong("batch"),
        Instant.ofEpochMilli(row.getLong("written_at")),
        generation ? generation(row) : signed(row));
  }

  private static Generation generation(ResultSet row) throws SQLException {
    Charge charge =
        new Charge(
            new Usd(row.getLong("cost_pico")),
            row.getString("cost_text"),
            row.getBoolean("own_key"));
    Optional<Unsettled> reason = known(row.getString("reason")).map(Unsettled::of);
    CallSettled call =
        new CallSettled(
            UUID.fromString(row.getString("call_id")),
            payer(row),
            request(row),
            answer(row),
            times(row),
            new Usd(row.getLong("reserved_pico")),
            tokens(row),
            reason.isPresent() ? Optional.empty() : Optional.of(charge),
            reason);
    return new Generation(
        LocalDate.parse(row.getString("day")),
        call,
        charge,
        new Usd(row.getLong("billed_pico")),
        LedgerEntry.State.of(row.getString("state")),
        origin(row));
  }

  private static Signed signed(ResultSet row) throws SQLException {
    long refersTo = row.getLong("refers_to");
    return new Signed(
        LocalDate.parse(row.getString("day")),
        new Share(
            UUID.fromString(row.getString("organisation")),
            id(row.getString("tenant")),
            id(row.getString("key_id")),
            row.getString("user_id"),
            row.getString("model_asked"),
            row.getString("kind")),
        tokens(row),
        new Usd(row.getLong("cost_pico")),
        new Usd(row.getLong("billed_pico")),
        new BigDecimal(row.getString("markup")),
        refersTo == 0 ? Optional.empty() : Optional.of(refersTo),
        row.getString("author"),
        row.getString("note"),
        row.getString("upstream"),
        Instant.ofEpochMilli(row.getLong("arrived_at")));
  }

  private static Payer payer(ResultSet row) throws SQLException {
    Optional<EndUser> user =
        row.getString("user_id").isEmpty()
            ? Optional.empty()
            : Optional.of(
                new EndUser(
                    row.getString("user_id"),
                    row.getString("user_name"),
                    row.getBoolean("user_verified")));
    return new Payer(
        UUID.fromString(row.getString("organisation")),
        id(row.getString("tenant")),
        UUID.fromString(row.getString("key_id")),
        user,
        new BigDecimal(row.getString("markup")));
  }

  private static CallRequest request(ResultSet row) throws SQLException {
    return new CallRequest(
        row.getString("request_id"),
        row.getString("endpoint"),
        CallKind.of(row.getString("kind")),
        row.getString("model_asked"),
        row.getBoolean("stream"),
        row.getString("upstream"),
        row.getString("pseudonym"),
        row.getLong("request_bytes"));
  }

  private static CallAnswer answer(ResultSet row) throws SQLException {
    String generation = row.getString("generation");
    return new CallAnswer(
        row.getInt("status"),
        generation.equals(row.getString("call_id")) ? Optional.empty() : Optional.of(generation),
        row.getString("model_answered"),
        row.getString("provider"),
        row.getString("finish"),
        row.getLong("answer_bytes"));
  }

  private static CallTimes times(ResultSet row) throws SQLException {
    return new CallTimes(
        Instant.ofEpochMilli(row.getLong("arrived_at")),
        row.getLong("recognised"),
        row.getLong("admitted"),
        row.getLong("forwarded"),
        row.getLong("first_byte"),
        row.getLong("usage_known"),
        row.getLong("ended"));
  }

  private static Tokens tokens(ResultSet row) throws SQLException {
    return new Tokens(
        row.getLong("prompt"),
        row.getLong("completion"),
        row.getLong("cached"),
        row.getLong("cache_write"),
        row.getLong("reasoning"),
        row.getLong("audio_in"),
        row.getLong("audio_out"),
        row.getLong("image_out"));
  }

  static Origin origin(ResultSet row) throws SQLException {
    return new Origin(
        row.getString("node"),
        row.getLong("segment"),
        row.getLong("journal_offset"),
        row.getInt("crc"));
  }

  static String text(Optional<UUID> id) {
    return id.map(UUID::toString).orElse("");
  }

  static Optional<UUID> id(String text) {
    return known(text).map(UUID::fromString);
  }

  private static Optional<String> known(String text) {
    return Optional.of(text).filter(value -> !value.isEmpty());
  }
}
