package io.innkeeper.infrastructure.expiry;

import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.CredentialRows;
import io.innkeeper.infrastructure.KeptEnds;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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
  private final EndCounts kept;

  Expiring(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.kept = new EndCounts(database);
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
    if (half == ENDING && wish.band().filter(Band::endless).isPresent()) return List.of();
    if (half == ENDLESS && wish.ends()) return List.of();
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
    if (half == ENDING && wish.band().filter(Band::endless).isPresent()) return 0;
    return bound(handle, "select count(*) from credentials" + wish.where() + half.term(), wish)
        .mapTo(Long.class)
        .one();
  }

  public long count(ExpiryWish wish) {
    if (wish.whole()) {
      Map<Band, Long> counts = counts(wish);
      return wish.band().stream()
          .mapToLong(counts::get)
          .findFirst()
          .orElseGet(() -> counts.values().stream().mapToLong(Long::longValue).sum());
    }
    return database.read(
        handle ->
            bound(handle, "select count(*) from credentials" + wish.where(), wish)
                .mapTo(Long.class)
                .one());
  }

  /** How many are in each band, whatever band is wished for. */
  public Map<Band, Long> counts(ExpiryWish wish) {
    ExpiryWish any = wish.anyBand();
    if (any.whole()) return kept.bands(any, clock.instant());
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

  /** What everybody should see. */
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

  /**
   * How many end when, by the quarter of an hour that they end in: what a calendar's days are
   * counted from.
   *
   * @param wish between moments at which a quarter of an hour begins
   */
  public Map<Instant, Long> ends(ExpiryWish wish) {
    if (wish.whole(KeptEnds.QUARTER)) return kept.ends(wish);
    return database.read(
        handle ->
            bound(
                    handle,
                    "select expires_at / 900000 as quarter, count(*) as many from credentials"
                        + wish.where()
                        + " and expires_at is not null group by expires_at / 900000",
                    wish)
                .map((row, context) -> EndCounts.quarter(row))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static String column(Band band) {
    return "n_" + band.name().toLowerCase(Locale.ROOT);
  }

  private Query bound(Handle handle, String sql, ExpiryWish wish) {
    return wish.bound(handle, sql, clock.instant());
  }
}
