package io.innkeeper.infrastructure.expiry;

import io.innkeeper.infrastructure.Sought;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

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

  /** Those that end then. */
  public ExpiryWish between(Instant first, Instant last) {
    return new ExpiryWish(environment, band, text, Optional.of(first), Optional.of(last));
  }

  /** As SQL over {@code credentials}: what a source still tells of environments that live. */
  String where() {
    StringBuilder where =
        new StringBuilder(
            " where missing_since is null and source = 'manager' and environment_id in"
                + " (select id from environments where removed_at is null)");
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

  /** What is bound in {@link #where}. */
  Map<String, Object> bound(Instant now) {
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
