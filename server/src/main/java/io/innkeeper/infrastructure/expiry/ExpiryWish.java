package io.innkeeper.infrastructure.expiry;

import io.innkeeper.infrastructure.Sought;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Of which passwords the end is asked for.
 *
 * @param text that host or user contain; case doesn't matter
 * @param from not before
 * @param until before
 */
public record ExpiryWish(
    Optional<UUID> environment,
    Optional<Band> band,
    Optional<String> text,
    Optional<Instant> from,
    Optional<Instant> until) {
  public static final ExpiryWish ALL =
      new ExpiryWish(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public ExpiryWish in(Band wanted) {
    return new ExpiryWish(environment, Optional.of(wanted), text, from, until);
  }

  /** The same, whatever band. */
  public ExpiryWish anyBand() {
    return new ExpiryWish(environment, Optional.empty(), text, from, until);
  }

  /** The same, whenever they end. */
  public ExpiryWish anyTime() {
    return new ExpiryWish(environment, band, text, Optional.empty(), Optional.empty());
  }

  /** Those that end then. */
  public ExpiryWish between(Instant first, Instant last) {
    return new ExpiryWish(environment, band, text, Optional.of(first), Optional.of(last));
  }

  /** As SQL over {@code credentials}: what a source still tells of environments that live. */
  String where() {
    StringBuilder where =
        new StringBuilder(
            // SQLite would go through “in (select …)” environment by environment, not by index.
            " where missing_since is null and source = 'manager' and exists (select 1 from"
                + " environments e where e.id = environment_id and e.removed_at is null)");
    environment.ifPresent(id -> where.append(" and environment_id = :environment"));
    band.ifPresent(one -> where.append(" and ").append(one.term()));
    text.ifPresent(
        words -> {
          Sought sought = new Sought(words);
          where.append(" and (").append(sought.in("resource_name", "text"));
          where.append(" or ").append(sought.in("username", "text")).append(")");
        });
    from.ifPresent(at -> where.append(" and expires_at >= :from"));
    until.ifPresent(at -> where.append(" and expires_at < :until"));
    return where.toString();
  }

  /** Whether it asks for all of whole environments, in whatever band. */
  boolean whole() {
    return text.isEmpty() && from.isEmpty() && until.isEmpty();
  }

  /** Whether it is that, or between moments at which such a part of time begins. */
  boolean whole(long part) {
    return text.isEmpty()
        && band.isEmpty()
        && from.stream().allMatch(at -> at.toEpochMilli() % part == 0)
        && until.stream().allMatch(at -> at.toEpochMilli() % part == 0);
  }

  /** Whether only what has a known end is asked for. */
  boolean ends() {
    return from.isPresent()
        || until.isPresent()
        || band.filter(one -> one != Band.EXPIRED && !one.endless()).isPresent();
  }

  /** A question with what {@link #where} and the bands' terms need bound. */
  Query bound(Handle handle, String sql, Instant now) {
    Map<String, Object> values = bound(now);
    values.keySet().removeIf(name -> !sql.contains(":" + name));
    return handle.createQuery(sql).bindMap(values);
  }

  private Map<String, Object> bound(Instant now) {
    Map<String, Object> values = new LinkedHashMap<>(bounds(now));
    environment.ifPresent(id -> values.put("environment", id.toString()));
    text.ifPresent(words -> values.put("text", new Sought(words).pattern()));
    from.ifPresent(at -> values.put("from", at.toEpochMilli()));
    until.ifPresent(at -> values.put("until", at.toEpochMilli()));
    return values;
  }

  /** The ends of the bands. */
  static Map<String, Object> bounds(Instant now) {
    return Map.of(
        "now", now.toEpochMilli(),
        "week", Band.WEEK.until(now).toEpochMilli(),
        "month", Band.MONTH.until(now).toEpochMilli(),
        "quarter", Band.QUARTER.until(now).toEpochMilli());
  }
}
