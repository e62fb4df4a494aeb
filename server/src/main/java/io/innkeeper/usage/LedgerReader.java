package io.innkeeper.usage;

import io.innkeeper.money.Usd;
import io.innkeeper.usage.LedgerEntry.Generation;
import io.innkeeper.usage.LedgerEntry.Signed;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Reads rows of the ledger as its lines. */
final class LedgerReader {
  private LedgerReader() {}

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

  static Optional<UUID> id(String text) {
    return known(text).map(UUID::fromString);
  }

  private static Optional<String> known(String text) {
    return Optional.of(text).filter(value -> !value.isEmpty());
  }
}
