package io.innkeeper.rate;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The rows of published rates. What is there stays as it is. */
final class RateStore {
  /** What a table says about one currency. */
  record Quote(BigDecimal value, String document) {}

  /** Stores what isn't known yet; answers how many of the tables were new in any part. */
  int insert(Handle handle, List<RateTable> tables, Instant now) {
    int fresh = 0;
    for (RateTable table : tables) {
      PreparedBatch batch =
          handle.prepareBatch(
              """
              INSERT INTO rates (
                source, currency, day, value, bid, traded, document, fetched_at)
              VALUES (:source, :currency, :day, :value, :bid, :traded, :document, :now)
              ON CONFLICT (source, currency, day) DO NOTHING
              """);
      for (Map.Entry<String, BigDecimal> one : table.values().entrySet()) {
        batch
            .bind("source", table.source().name())
            .bind("currency", one.getKey())
            .bind("day", table.effective().toString())
            .bind("value", one.getValue().toPlainString())
            .bind("bid", bid(table, one.getKey()))
            .bind("traded", table.bidding().map(other -> other.traded().toString()).orElse(null))
            .bind("document", table.document())
            .bind("now", now)
            .add();
      }
      for (int rows : batch.execute()) {
        if (rows == 0) continue;
        fresh++;
        break;
      }
    }
    return fresh;
  }

  /** Every day of a currency in a table. */
  NavigableMap<LocalDate, Quote> quotes(Handle handle, Source source, String currency) {
    NavigableMap<LocalDate, Quote> quotes = new TreeMap<>();
    handle
        .createQuery(
            """
            SELECT day, value, document FROM rates
            WHERE source = :source AND currency = :currency
            """)
        .bind("source", source.name())
        .bind("currency", currency)
        .map((row, context) -> Map.entry(day(row), quote(row)))
        .forEach(one -> quotes.put(one.getKey(), one.getValue()));
    return quotes;
  }

  private static @Nullable String bid(RateTable table, String currency) {
    return table
        .bidding()
        .flatMap(other -> Optional.ofNullable(other.bids().get(currency)))
        .map(BigDecimal::toPlainString)
        .orElse(null);
  }

  /** What a table with two prices says of a currency, ascending; both days are included. */
  List<TradedRate> traded(
      Handle handle, Source source, String currency, LocalDate from, LocalDate to) {
    return handle
        .createQuery(
            """
            SELECT day, value, bid, traded, document FROM rates
            WHERE source = :source AND currency = :currency AND day >= :from AND day <= :to
              AND bid IS NOT NULL AND traded IS NOT NULL
            ORDER BY day
            """)
        .bind("source", source.name())
        .bind("currency", currency)
        .bind("from", from.toString())
        .bind("to", to.toString())
        .map(
            (row, context) ->
                new TradedRate(
                    currency,
                    new BigDecimal(row.getString("bid")),
                    new BigDecimal(row.getString("value")),
                    LocalDate.parse(row.getString("traded")),
                    day(row),
                    row.getString("document")))
        .list();
  }

  /** Every day for which a table is known, with its number. */
  NavigableMap<LocalDate, String> tables(Handle handle, Source source) {
    NavigableMap<LocalDate, String> tables = new TreeMap<>();
    handle
        .createQuery("SELECT DISTINCT day, document FROM rates WHERE source = :source")
        .bind("source", source.name())
        .map((row, context) -> Map.entry(day(row), row.getString("document")))
        .forEach(one -> tables.put(one.getKey(), one.getValue()));
    return tables;
  }

  /** Whether a table ever had a currency. */
  boolean lists(Handle handle, Source source, String currency) {
    return handle
        .createQuery("SELECT 1 FROM rates WHERE source = :source AND currency = :currency LIMIT 1")
        .bind("source", source.name())
        .bind("currency", currency)
        .mapTo(int.class)
        .findOne()
        .isPresent();
  }

  void succeeded(Handle handle, Source source, Instant now, Optional<String> problem, int fresh) {
    handle
        .createUpdate(
            """
            INSERT INTO rate_readings (source, tried_at, as_of, problem, version)
            VALUES (:source, :now, :now, :problem, :fresh)
            ON CONFLICT (source) DO UPDATE SET tried_at = :now, as_of = :now, problem = :problem,
              version = rate_readings.version + :fresh
            """)
        .bind("source", source.name())
        .bind("now", now)
        .bind("problem", problem.orElse(null))
        .bind("fresh", fresh)
        .execute();
  }

  void failed(Handle handle, Source source, Instant now, String problem, int fresh) {
    handle
        .createUpdate(
            """
            INSERT INTO rate_readings (source, tried_at, problem, version)
            VALUES (:source, :now, :problem, :fresh)
            ON CONFLICT (source) DO UPDATE SET tried_at = :now, problem = :problem,
              version = rate_readings.version + :fresh
            """)
        .bind("source", source.name())
        .bind("now", now)
        .bind("problem", problem)
        .bind("fresh", fresh)
        .execute();
  }

  /** Grows whenever a rate is new. */
  long version(Handle handle) {
    return handle
        .createQuery("SELECT COALESCE(sum(version), 0) FROM rate_readings")
        .mapTo(long.class)
        .one();
  }

  RateReading reading(Handle handle, Source source) {
    NavigableMap<LocalDate, String> tables = tables(handle, source);
    Optional<LocalDate> latest =
        tables.isEmpty() ? Optional.empty() : Optional.of(tables.lastKey());
    String document = tables.isEmpty() ? "" : tables.lastEntry().getValue();
    return handle
        .createQuery("SELECT tried_at, as_of, problem FROM rate_readings WHERE source = :source")
        .bind("source", source.name())
        .map(
            (row, context) ->
                new RateReading(
                    source,
                    time(row, "tried_at"),
                    time(row, "as_of"),
                    Optional.ofNullable(row.getString("problem")),
                    latest,
                    document))
        .findOne()
        .orElse(
            new RateReading(
                source, Optional.empty(), Optional.empty(), Optional.empty(), latest, document));
  }

  private static LocalDate day(ResultSet row) throws SQLException {
    return LocalDate.parse(row.getString("day"));
  }

  private static Quote quote(ResultSet row) throws SQLException {
    return new Quote(new BigDecimal(row.getString("value")), row.getString("document"));
  }

  private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(value));
  }
}
