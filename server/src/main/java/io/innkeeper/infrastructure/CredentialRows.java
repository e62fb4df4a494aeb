package io.innkeeper.infrastructure;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.innkeeper.client.Json;
import io.innkeeper.infrastructure.Credential.Former;
import io.innkeeper.infrastructure.Credential.Seen;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A row of credentials as a record. */
public final class CredentialRows {
  public static final String COLUMNS =
      """
      select id, environment_id, source, api_id, resource_id, resource_name, resource_type,
        resource_ip, domains, username, credential_type, account_type, former_name, renamed_at,
        api_created_at, api_modified_at, expires_at, expiry_checked_at, expiry_status,
        connectivity, rotation_days, rotation_next_at, first_seen_at, last_seen_at,
        missing_since, unreadable_since, current_value_id, value_number, verified_at,
        tried_at, tried_by, tried_outcome, tried_value_id
      from credentials
      """;

  private CredentialRows() {}

  public static Credential credential(ResultSet row) throws SQLException {
    return new Credential(
        UUID.fromString(row.getString("id")),
        UUID.fromString(row.getString("environment_id")),
        SourceKind.parse(row.getString("source")),
        account(row),
        lifetime(row),
        Columns.text(row, "former_name")
            .flatMap(
                name -> Columns.instant(row, "renamed_at").map(until -> new Former(name, until))),
        new Seen(
            Instant.ofEpochMilli(row.getLong("first_seen_at")),
            Instant.ofEpochMilli(row.getLong("last_seen_at"))),
        Columns.instant(row, "missing_since"),
        Columns.instant(row, "unreadable_since"),
        Columns.id(row, "current_value_id"),
        row.getLong("value_number"),
        Columns.instant(row, "verified_at"),
        Columns.instant(row, "tried_at").map(at -> tried(row, at)));
  }

  private static LastTry tried(ResultSet row, Instant at) {
    return new LastTry(
        at,
        Columns.text(row, "tried_by").orElse(""),
        LoginOutcome.of(Columns.text(row, "tried_outcome").orElseThrow()),
        Columns.id(row, "tried_value_id").orElseThrow());
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        Columns.text(row, "api_id").orElse(""),
        row.getString("resource_id"),
        row.getString("resource_name"),
        row.getString("resource_type"),
        row.getString("resource_ip"),
        domains(row.getString("domains")),
        row.getString("username"),
        row.getString("credential_type"),
        row.getString("account_type"));
  }

  private static Lifetime lifetime(ResultSet row) {
    return new Lifetime(
        Columns.instant(row, "api_created_at"),
        Columns.instant(row, "api_modified_at"),
        Columns.instant(row, "expires_at"),
        Columns.instant(row, "expiry_checked_at"),
        Columns.text(row, "expiry_status"),
        Columns.text(row, "connectivity"),
        Columns.number(row, "rotation_days").map(Long::intValue),
        Columns.instant(row, "rotation_next_at"));
  }

  static List<String> domains(String json) {
    try {
      return List.of(Json.LENIENT.readValue(json, String[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("domains that are no list", e);
    }
  }
}
