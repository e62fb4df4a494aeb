package io.innkeeper.usage;

import io.innkeeper.fault.Fault;
import io.innkeeper.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What models cost over time: which are listed, which are new, which are gone and since when. */
public final class PriceHistory {
  private static final String ROWS =
      """
      SELECT p.listing, p.since, p.until, first.since AS first_seen,
        CASE WHEN first.since > (SELECT min(since) FROM prices) THEN 1 ELSE 0 END AS appeared,
        CASE WHEN EXISTS (SELECT 1 FROM prices now WHERE now.model = p.model AND now.until IS NULL)
          THEN 0 ELSE 1 END AS gone
      FROM prices p
      JOIN (SELECT model, min(since) AS since FROM prices GROUP BY model) first
        ON first.model = p.model
      """;

  private final Database database;

  PriceHistory(Database database) {
    this.database = database;
  }

  /**
   * Every model with its last price: those that are listed as the upstream does, then gone ones.
   */
  public List<PricedModel> all() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    ROWS
                        + """
                        WHERE p.until IS NULL OR p.since =
                          (SELECT max(last.since) FROM prices last WHERE last.model = p.model)
                        ORDER BY gone, CASE WHEN p.until IS NULL THEN 0 ELSE -p.until END, p.place,
                          p.model
                        """)
                .map((row, context) -> priced(row))
                .list());
  }

  /**
   * Every price that a model had, the latest first.
   *
   * @throws Fault NOT_FOUND if it was never listed
   */
  public List<PricedModel> of(String model) {
    List<PricedModel> found =
        database.read(
            handle ->
                handle
                    .createQuery(ROWS + "WHERE p.model = :model ORDER BY p.since DESC")
                    .bind("model", model)
                    .map((row, context) -> priced(row))
                    .list());
    if (!found.isEmpty()) return found;
    throw Fault.notFound("no-such-model", "There never was a price of “" + model + "”.");
  }

  private static PricedModel priced(ResultSet row) throws SQLException {
    boolean appeared = row.getInt("appeared") == 1;
    Instant first = Instant.ofEpochMilli(row.getLong("first_seen"));
    return new PricedModel(
        PriceText.read(row.getString("listing")).price(),
        Instant.ofEpochMilli(row.getLong("since")),
        until(row),
        appeared ? Optional.of(first) : Optional.empty(),
        row.getInt("gone") == 1);
  }

  private static Optional<Instant> until(ResultSet row) throws SQLException {
    long until = row.getLong("until");
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(until));
  }
}
