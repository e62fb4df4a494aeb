package io.innkeeper.infrastructure.reading;

import io.innkeeper.client.Json;
import io.innkeeper.client.glass.GlassAccount;
import io.innkeeper.infrastructure.CredentialValue;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Every account with all its passwords, opened one after the other and never all at once. Whoever
 * uses it has written the audit line.
 */
final class Vault {
  private static final String ALL =
      """
      select e.name as environment, e.removed_at, c.id, c.environment_id, c.source, c.resource_name,
        c.resource_ip, c.username, c.credential_type, c.account_type, c.resource_type, c.domains,
        c.missing_since, v.id as value_id, v.number, v.sealed, v.changed_at, v.first_seen_at,
        v.last_seen_at
      from credentials c join environments e on e.id = c.environment_id
      left join credential_values v on v.credential_id = c.id
      order by case when e.removed_at is null then 0 else 1 end,
        case when c.missing_since is null then 0 else 1 end, c.environment_id, c.id, v.number desc
      """;

  private final SecretBox box;

  Vault(SecretBox box) {
    this.box = box;
  }

  /** Takes one account. */
  interface Taker {
    void take(GlassAccount account) throws IOException;
  }

  /** All, those that live first, in the order of their ids. The handle is in a transaction. */
  void each(Handle handle, Taker taker) throws IOException {
    try (var rows =
        handle.createQuery(ALL).setFetchSize(500).map((row, context) -> opened(row)).iterator()) {
      GlassAccount open = null;
      while (rows.hasNext()) {
        GlassAccount next = rows.next();
        if (open != null && open.id().equals(next.id())) open = both(open, next);
        else {
          if (open != null) taker.take(open);
          open = next;
        }
      }
      if (open != null) taker.take(open);
    }
  }

  private static GlassAccount both(GlassAccount one, GlassAccount more) {
    List<GlassAccount.Value> values = new ArrayList<>(one.passwords());
    values.addAll(more.passwords());
    return with(one, values);
  }

  private static GlassAccount with(GlassAccount one, List<GlassAccount.Value> values) {
    return new GlassAccount(
        one.environment(),
        one.environmentId(),
        one.removedAt(),
        one.id(),
        one.source(),
        one.initial(),
        one.host(),
        one.address(),
        one.username(),
        one.credentialType(),
        one.accountType(),
        one.resourceType(),
        one.domains(),
        one.missingSince(),
        values);
  }

  private GlassAccount opened(ResultSet row) throws SQLException {
    UUID environment = UUID.fromString(row.getString("environment_id"));
    String source = row.getString("source");
    GlassAccount bare =
        new GlassAccount(
            row.getString("environment"),
            environment,
            instant(row, "removed_at"),
            UUID.fromString(row.getString("id")),
            source,
            source.equals(SourceKind.INSTALLER.word()),
            row.getString("resource_name"),
            row.getString("resource_ip"),
            row.getString("username"),
            row.getString("credential_type"),
            row.getString("account_type"),
            row.getString("resource_type"),
            domains(row.getString("domains")),
            instant(row, "missing_since"),
            List.of());
    String sealed = row.getString("sealed");
    return sealed == null ? bare : with(bare, List.of(value(row, bare.id(), environment, sealed)));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  /** One that doesn't open is told as such: the others are what the copy is for. */
  private GlassAccount.Value value(ResultSet row, UUID credential, UUID environment, String sealed)
      throws SQLException {
    String place =
        CredentialValue.place(environment, credential, UUID.fromString(row.getString("value_id")));
    long changed = row.getLong("changed_at");
    long from = row.wasNull() ? row.getLong("first_seen_at") : changed;
    Optional<Secret> secret = box.opened(sealed, place);
    return new GlassAccount.Value(
        row.getLong("number"),
        secret.map(Secret::unwrap).orElse(""),
        secret.isEmpty() ? true : null,
        Instant.ofEpochMilli(from),
        Instant.ofEpochMilli(row.getLong("last_seen_at")));
  }

  private static List<String> domains(String json) {
    try {
      return List.of(Json.LENIENT.readValue(json, String[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a copy is made of, as a text that changes whenever that changes. */
  static String revision(Handle handle) {
    return handle
        .createQuery(
            """
            select
              (select count(*) || ' ' || coalesce(max(id), '') from credential_values) || ' ' ||
              (select count(*) || ' ' || count(missing_since) || ' ' || count(unreadable_since)
                || ' ' || coalesce(max(renamed_at), 0) || ' ' || coalesce(sum(value_number), 0)
                || ' ' || coalesce(sum(missing_since), 0) || ' ' || coalesce(sum(described), 0)
                from credentials) || ' ' ||
              (select count(*) || ' ' || coalesce(sum(version), 0) from environments) || ' ' ||
              (select count(*) || ' ' || coalesce(max(id), '') from break_glass_recipients)
            """)
        .mapTo(String.class)
        .one();
  }
}
