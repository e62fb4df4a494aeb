package io.innkeeper.infrastructure.expiry;

import io.innkeeper.infrastructure.KeptEnds;
import io.innkeeper.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Counts from what {@link KeptEnds} keeps, so that they cost the same however many accounts there
 * are. Where a band ends within a quarter of an hour, that quarter's accounts are looked at.
 */
final class EndCounts {
  private final Database database;

  EndCounts(Database database) {
    this.database = database;
  }

  /** How many of one standing end in one quarter. */
  private record Kept(String standing, long from, long many) {
    /** The band of all of them, unless some are in another. */
    Optional<Band> band(Instant now) {
      return switch (standing) {
        case "expired" -> Optional.of(Band.EXPIRED);
        case "never" -> Optional.of(Band.NEVER);
        case "unknown" -> Optional.of(Band.UNKNOWN);
        default -> {
          Band first = Band.ending(Instant.ofEpochMilli(from), now);
          Band last = Band.ending(Instant.ofEpochMilli(from + KeptEnds.QUARTER - 1), now);
          yield first == last ? Optional.of(first) : Optional.empty();
        }
      };
    }
  }

  /** How many are in each band. */
  Map<Band, Long> bands(ExpiryWish wish, Instant now) {
    return database.snapshot(
        handle -> {
          Map<Band, Long> counts = new EnumMap<>(Band.class);
          for (Band band : Band.values()) counts.put(band, 0L);
          for (Kept one : kept(handle, wish)) {
            Optional<Band> band = one.band(now);
            if (band.isPresent()) counts.merge(band.get(), one.many(), Long::sum);
            else
              for (Instant end : within(handle, wish, one.from()))
                counts.merge(Band.ending(end, now), 1L, Long::sum);
          }
          return counts;
        });
  }

  /** How many end when, by quarters. */
  Map<Instant, Long> ends(ExpiryWish wish) {
    Map<Instant, Long> ends = new HashMap<>();
    database
        .read(handle -> kept(handle, wish))
        .forEach(
            one -> {
              if (one.standing().equals("ends"))
                ends.put(Instant.ofEpochMilli(one.from()), one.many());
            });
    return ends;
  }

  private static List<Kept> kept(Handle handle, ExpiryWish wish) {
    String sql =
        """
        select standing, quarter, sum(many) as many from credential_ends k
        where exists (select 1 from environments e where e.id = k.environment_id
          and e.removed_at is null)
        """
            + wish.environment().map(id -> " and environment_id = :environment").orElse("")
            + wish.from().map(at -> " and quarter >= :from / 900000").orElse("")
            + wish.until().map(at -> " and quarter < :until / 900000").orElse("")
            + " group by standing, quarter";
    List<Kept> all = new ArrayList<>();
    wish.bound(handle, sql, Instant.EPOCH).map((row, context) -> kept(row)).forEach(all::add);
    return all;
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getString("standing"), row.getLong("quarter") * KeptEnds.QUARTER, row.getLong("many"));
  }

  /** The ends within one quarter. */
  private static List<Instant> within(Handle handle, ExpiryWish wish, long from) {
    ExpiryWish quarter =
        wish.between(Instant.ofEpochMilli(from), Instant.ofEpochMilli(from + KeptEnds.QUARTER));
    return quarter
        .bound(handle, "select expires_at from credentials" + quarter.where(), Instant.EPOCH)
        .mapTo(Instant.class)
        .list();
  }

  /** A row of quarters with how many end in each. */
  static Map.Entry<Instant, Long> quarter(ResultSet row) throws SQLException {
    return Map.entry(
        Instant.ofEpochMilli(row.getLong("quarter") * KeptEnds.QUARTER), row.getLong("many"));
  }
}
