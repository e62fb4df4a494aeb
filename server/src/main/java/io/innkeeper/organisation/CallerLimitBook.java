package io.innkeeper.organisation;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How much organisations' callers may ask: read and set. Thread-safe. */
public final class CallerLimitBook {
  private static final String LIMITS =
      """
      SELECT organisation_id, key_requests_per_minute, key_tokens_per_minute,
        user_requests_per_minute, user_tokens_per_minute, tenant_at_once, max_tokens,
        max_request_bytes, changed_at, changed_by, version
      FROM call_limits
      """;

  private final Database database;
  private final AuditTrail audit;
  private final Clock clock;

  public CallerLimitBook(Database database, AuditTrail audit, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  public CallerLimits of(UUID organisation) {
    return database.read(handle -> found(handle, organisation)).orElse(CallerLimits.NONE);
  }

  /** Those of every organisation that has some. */
  public Map<UUID, CallerLimits> all() {
    return database.read(
        handle ->
            handle
                .createQuery(LIMITS)
                .map(
                    (row, context) ->
                        Map.entry(UUID.fromString(row.getString("organisation_id")), limits(row)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /**
   * Sets all of them.
   *
   * @param wanted its version is the one the change is based on
   * @throws Fault CONFLICT when somebody else changed them meanwhile, with both values
   */
  public CallerLimits set(Organisation organisation, CallerLimits wanted, Actor by) {
    return database.write(
        handle -> {
          CallerLimits now = found(handle, organisation.id()).orElse(CallerLimits.NONE);
          if (now.version() != wanted.version())
            throw ChangedMeanwhile.of(
                "The limits of " + organisation.name(),
                now.version(),
                wanted.version(),
                now.facts(),
                wanted.facts());
          if (now.facts().equals(wanted.facts())) return now;
          write(handle, organisation.id(), wanted, by);
          GatewayNews.tell(handle);
          audit.record(
              handle,
              AuditEvent.done(by, "organisation.limits", "organisation " + organisation.slug())
                  .changing(now.facts(), wanted.facts()));
          return found(handle, organisation.id()).orElseThrow();
        });
  }

  private void write(Handle handle, UUID organisation, CallerLimits wanted, Actor by) {
    handle.execute("DELETE FROM call_limits WHERE organisation_id = ?", organisation);
    handle
        .createUpdate(
            """
            INSERT INTO call_limits (organisation_id, key_requests_per_minute,
              key_tokens_per_minute, user_requests_per_minute, user_tokens_per_minute,
              tenant_at_once, max_tokens, max_request_bytes, changed_at, changed_by, version)
            VALUES (:organisation, :keyRequests, :keyTokens, :userRequests, :userTokens,
              :tenantAtOnce, :maxTokens, :requestBytes, :now, :by, :version)
            """)
        .bind("organisation", organisation)
        .bind("keyRequests", boxed(wanted.keyRequests()))
        .bind("keyTokens", boxed(wanted.keyTokens()))
        .bind("userRequests", boxed(wanted.userRequests()))
        .bind("userTokens", boxed(wanted.userTokens()))
        .bind("tenantAtOnce", boxed(wanted.tenantAtOnce()))
        .bind("maxTokens", boxed(wanted.maxTokens()))
        .bind("requestBytes", boxed(wanted.requestBytes()))
        .bind("now", clock.instant())
        .bind("by", by.name())
        .bind("version", wanted.version() + 1)
        .execute();
  }

  private static Optional<CallerLimits> found(Handle handle, UUID organisation) {
    return handle
        .createQuery(LIMITS + " WHERE organisation_id = :organisation")
        .bind("organisation", organisation)
        .map((row, context) -> limits(row))
        .findOne();
  }

  private static CallerLimits limits(ResultSet row) throws SQLException {
    return new CallerLimits(
        number(row, "key_requests_per_minute"),
        number(row, "key_tokens_per_minute"),
        number(row, "user_requests_per_minute"),
        number(row, "user_tokens_per_minute"),
        number(row, "tenant_at_once"),
        number(row, "max_tokens"),
        number(row, "max_request_bytes"),
        Optional.of(
            new ModelRules.Change(
                Instant.ofEpochMilli(row.getLong("changed_at")), row.getString("changed_by"))),
        row.getLong("version"));
  }

  private static OptionalLong number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
  }

  private static @Nullable Long boxed(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }
}
