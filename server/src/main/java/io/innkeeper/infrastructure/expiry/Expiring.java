package io.innkeeper.infrastructure.expiry;

import io.innkeeper.infrastructure.Columns;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.CredentialRows;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Passwords by when they end, from what is stored and without any password. Thread-safe. */
public final class Expiring {
  private static final Half ENDING =
      new Half(" and expires_at is not null", " order by expires_at, resource_name, username, id");
  private static final Half ENDLESS =
      new Half(" and expires_at is null", " order by environment_id, resource_name, username, id");

  private final Database database;
  private final Clock clock;

  Expiring(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Now, by the clock of the forecasts. */
  public Instant now() {
    return clock.instant();
  }

  public Forecast forecast(Credential one) {
    return Forecast.of(one.lifetime(), clock.instant());
  }

  /** A part of them, what ends first before the others, and what has no end behind all. */
  public List<Credential> list(ExpiryWish wish, int offset, int limit) {
    return database.read(
        handle -> {
          List<Credential> part = new ArrayList<>(part(handle, wish, ENDING, offset, limit));
          if (part.size() == limit) return part;
          // Two questions, each in the order of an index: one over both would sort them all.
          int ending =
              part.isEmpty() ? Math.toIntExact(count(handle, wish, ENDING)) : offset + part.size();
          part.addAll(
              part(handle, wish, ENDLESS, Math.max(0, offset - ending), limit - part.size()));
          return part;
        });
  }

  /** Those with an end, or those without, and in which order. */
  private record Half(String term, String order) {}

  private List<Credential> part(Handle handle, ExpiryWish wish, Half half, int offset, int limit) {
    String sql =
        CredentialRows.COLUMNS
            + wish.where()
            + half.term()
            + half.order()
            + " limit :limit offset :offset";
    return bound(handle, sql, wish)
        .bind("limit", limit)
        .bind("offset", offset)
        .map((row, context) -> CredentialRows.credential(row))
        .list();
  }

  private long count(Handle handle, ExpiryWish wish, Half half) {
    return bound(handle, "select count(*) from credentials" + wish.where() + half.term(), wish)
        .mapTo(Long.class)
        .one();
  }

  public long count(ExpiryWish wish) {
    return database.read(
        handle ->
            bound(handle, "select count(*) from credentials" + wish.where(), wish)
                .mapTo(Long.class)
                .one());
  }

  /** How many are in each band, whatever band is wished for. */
  public Map<Band, Long> counts(ExpiryWish wish) {
    ExpiryWish any = wish.anyBand();
    StringBuilder sums = new StringBuilder("select ");
    for (Band band : Band.values())
      sums.append(band.ordinal() == 0 ? "" : ", ")
          .append("coalesce(sum(case when ")
          .append(band.term())
          .append(" then 1 else 0 end), 0) as ")
          .append(column(band));
    return database.read(
        handle ->
            bound(handle, sums + " from credentials" + any.where(), any)
                .map(
                    (row, context) -> {
                      Map<Band, Long> counts = new EnumMap<>(Band.class);
                      for (Band band : Band.values()) counts.put(band, row.getLong(column(band)));
                      return counts;
                    })
                .one());
  }

  /** How many have passed their end, and how many come to it within 7 days. */
  public record Pressing(long expired, long soon) {}

  /** What everybody should see, from the few rows that it concerns. */
  public Pressing pressing() {
    String sql =
        """
        select count(*) as ending,
          coalesce(sum(case when expires_at <= :now then 1 else 0 end), 0) as expired
        from credentials
        """
            + ExpiryWish.ALL.where()
            + " and expires_at <= :week";
    return database.read(
        handle ->
            bound(handle, sql, ExpiryWish.ALL)
                .map(
                    (row, context) ->
                        new Pressing(
                            row.getLong("expired"), row.getLong("ending") - row.getLong("expired")))
                .one());
  }

  /** The ends themselves, the soonest first: what a calendar's days are counted from. */
  public List<Instant> ends(ExpiryWish wish) {
    return database.read(
        handle ->
            bound(
                    handle,
                    "select expires_at from credentials"
                        + wish.where()
                        + " and expires_at is not null order by expires_at",
                    wish)
                .map((row, context) -> Columns.instant(row, "expires_at").orElseThrow())
                .list());
  }

  private static String column(Band band) {
    return "n_" + band.name().toLowerCase(Locale.ROOT);
  }

  private Query bound(Handle handle, String sql, ExpiryWish wish) {
    Map<String, Object> values = new HashMap<>(wish.bound(clock.instant()));
    values.keySet().removeIf(name -> !sql.contains(":" + name));
    return handle.createQuery(sql).bindMap(values);
  }
}
