package io.innkeeper.infrastructure.login;

import io.innkeeper.infrastructure.Columns;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.LoginOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of tries, and what the credential's row tells of the last one. */
final class TryStore {
  private static final String NOWHERE = "none";

  void insert(Handle handle, Credential of, LoginTry one) {
    handle
        .createUpdate(
            """
            insert into login_tries (id, environment_id, credential_id, value_number, way, host,
              tried_at, tried_by, reason, outcome, said, ended_at, host_key)
            values (:id, :environment, :credential, :number, :way, :host, :at, :by, :reason,
              :outcome, :said, :ended, :shown)
            """)
        .bind("id", one.id())
        .bind("environment", of.environment())
        .bind("credential", one.credential())
        .bind("number", one.number().orElse(null))
        .bind("way", one.way().map(Way::word).orElse(NOWHERE))
        .bind("host", one.host())
        .bind("at", one.at())
        .bind("by", one.by())
        .bind("reason", one.reason())
        .bind("outcome", one.outcome().word())
        .bind("said", one.said())
        .bind("ended", one.ended().map(Instant::toEpochMilli).orElse(null))
        .bind("shown", one.shown().orElse(null))
        .execute();
  }

  /** The credential's row tells of this one from now on. */
  void latest(Handle handle, LoginTry one, UUID value) {
    handle
        .createUpdate(
            """
            update credentials set tried_at = :at, tried_by = :by, tried_outcome = :outcome,
              tried_value_id = :value
            where id = :credential
            """)
        .bind("at", one.at())
        .bind("by", one.by())
        .bind("outcome", one.outcome().word())
        .bind("value", value)
        .bind("credential", one.credential())
        .execute();
  }

  /** What is true of it from now on. */
  void turned(Handle handle, LoginTry one, Found found, Optional<Instant> ended) {
    handle
        .createUpdate(
            """
            update login_tries set outcome = :outcome, said = :said, ended_at = :ended,
              host_key = :shown
            where id = :id
            """)
        .bind("outcome", found.outcome().word())
        .bind("said", found.said())
        .bind("ended", ended.map(Instant::toEpochMilli).orElse(null))
        .bind("shown", found.shown().map(HostKey::toString).orElse(null))
        .bind("id", one.id())
        .execute();
    handle
        .createUpdate(
            "update credentials set tried_outcome = :outcome where id = :id and tried_at = :at")
        .bind("outcome", found.outcome().word())
        .bind("id", one.credential())
        .bind("at", one.at())
        .execute();
  }

  /** Its password was proven, if it is still the latest. */
  void verified(Handle handle, UUID credential, UUID value, Instant now) {
    handle
        .createUpdate(
            """
            update credentials set verified_at = :now
            where id = :credential and current_value_id = :value
            """)
        .bind("now", now)
        .bind("credential", credential)
        .bind("value", value)
        .execute();
  }

  /** Those of a credential, the latest first. */
  List<LoginTry> of(Handle handle, UUID credential, int limit) {
    return handle
        .createQuery(
            """
            select id, credential_id, value_number, way, host, tried_at, tried_by, reason, outcome,
              said, ended_at, host_key
            from login_tries where credential_id = :credential order by id desc limit :limit
            """)
        .bind("credential", credential)
        .bind("limit", limit)
        .map((row, context) -> one(row))
        .list();
  }

  /** Whether an SDDC Manager tells the same account, so that what an installer told is old. */
  boolean toldByManager(Handle handle, Credential one) {
    // Names of hosts are ASCII, which lower() knows everywhere; those of users need not be.
    return handle
        .createQuery(
            """
            select username from credentials
            where environment_id = :environment and source = 'manager'
              and missing_since is null and lower(resource_name) = :host
            """)
        .bind("environment", one.environment())
        .bind("host", one.account().resourceName().toLowerCase(Locale.ROOT))
        .mapTo(String.class)
        .stream()
        .anyMatch(one.account().username()::equalsIgnoreCase);
  }

  private static LoginTry one(ResultSet row) throws SQLException {
    String way = row.getString("way");
    return new LoginTry(
        UUID.fromString(row.getString("id")),
        UUID.fromString(row.getString("credential_id")),
        Columns.number(row, "value_number"),
        way.equals(NOWHERE)
            ? Optional.empty()
            : Optional.of(Way.valueOf(way.toUpperCase(Locale.ROOT))),
        row.getString("host"),
        Instant.ofEpochMilli(row.getLong("tried_at")),
        row.getString("tried_by"),
        row.getString("reason"),
        LoginOutcome.of(row.getString("outcome")),
        row.getString("said"),
        Columns.instant(row, "ended_at"),
        Columns.text(row, "host_key"));
  }
}
