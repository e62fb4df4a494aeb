package io.innkeeper.key;

import io.innkeeper.money.Usd;
import io.innkeeper.organisation.ModelPatterns;
import io.innkeeper.secret.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The virtual keys' rows. A key's budget stands among the budgets. */
final class KeyStore {
  private static final String KEYS =
      """
      SELECT k.id, k.organisation_id, k.tenant_id, k.name, k.person, k.requests_per_minute,
        k.tokens_per_minute, k.at_once, k.models, k.expires_at, k.created_at, k.created_by,
        k.rotated_at, k.revoked_at, k.version, b.amount_pico, v.hint
      FROM virtual_keys k
      JOIN virtual_key_values v ON v.key_id = k.id AND v.ends_at IS NULL
      LEFT JOIN budgets b ON b.organisation_id = k.organisation_id AND b.kind = 'key'
        AND b.scope_id = k.id
      """;

  /** A value that was given out, and until when it counts. */
  record Value(UUID key, String digest, String hint, Optional<Instant> until) {}

  void insert(Handle handle, VirtualKey key) {
    handle
        .createUpdate(
            """
            INSERT INTO virtual_keys (id, organisation_id, tenant_id, name, person,
              requests_per_minute, tokens_per_minute, at_once, models, expires_at, created_at,
              created_by, version)
            VALUES (:id, :organisation, :tenant, :name, :person, :requests, :tokens, :atOnce,
              :models, :expires, :now, :by, 1)
            """)
        .bindMap(values(key.spec()))
        .bind("id", key.id())
        .bind("organisation", key.organisation())
        .bind("tenant", key.tenant().map(UUID::toString).orElse(null))
        .bind("now", key.createdAt())
        .bind("by", key.createdBy())
        .execute();
  }

  /** Writes the values if the row still has the version; answers whether it had. */
  boolean update(Handle handle, VirtualKey now, KeySpec wanted) {
    return handle
            .createUpdate(
                """
                UPDATE virtual_keys SET name = :name, person = :person,
                  requests_per_minute = :requests, tokens_per_minute = :tokens, at_once = :atOnce,
                  models = :models, expires_at = :expires, version = version + 1
                WHERE id = :id AND version = :version
                """)
            .bindMap(values(wanted))
            .bind("id", now.id())
            .bind("version", now.version())
            .execute()
        == 1;
  }

  /** The value that counts from now on. */
  void give(Handle handle, UUID key, Secret value, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO virtual_key_values (digest, key_id, hint, made_at)
            VALUES (:digest, :key, :hint, :now)
            """)
        .bind("digest", value.digest())
        .bind("key", key)
        .bind("hint", value.hint(KeyText.BEGINNING))
        .bind("now", now)
        .execute();
  }

  /** The value so far gets its end. */
  void retire(Handle handle, UUID key, Instant until, Instant now) {
    handle
        .createUpdate(
            "UPDATE virtual_key_values SET ends_at = :until WHERE key_id = :key AND ends_at IS NULL")
        .bind("key", key)
        .bind("until", until)
        .execute();
    handle
        .createUpdate(
            "UPDATE virtual_keys SET rotated_at = :now, version = version + 1 WHERE id = :key")
        .bind("key", key)
        .bind("now", now)
        .execute();
  }

  void revoke(Handle handle, UUID key, Instant now) {
    handle
        .createUpdate(
            "UPDATE virtual_keys SET revoked_at = :now, version = version + 1 WHERE id = :key")
        .bind("key", key)
        .bind("now", now)
        .execute();
  }

  /** Revokes a key whose tenant's row goes; calls may have been made with it, so it stays. */
  void orphan(Handle handle, UUID key, Instant now) {
    handle
        .createUpdate(
            """
            UPDATE virtual_keys SET tenant_id = NULL, revoked_at = coalesce(revoked_at, :now),
              version = version + 1
            WHERE id = :key
            """)
        .bind("key", key)
        .bind("now", now)
        .execute();
  }

  Optional<VirtualKey> byId(Handle handle, UUID id, Instant now) {
    Map<UUID, List<VirtualKey.Retiring>> retiring = retiring(handle, now);
    return handle
        .createQuery(KEYS + " WHERE k.id = :id")
        .bind("id", id)
        .map((row, context) -> key(row, retiring))
        .findOne();
  }

  List<VirtualKey> of(Handle handle, UUID organisation, Instant now) {
    Map<UUID, List<VirtualKey.Retiring>> retiring = retiring(handle, now);
    return handle
        .createQuery(KEYS + " WHERE k.organisation_id = :organisation ORDER BY k.name, k.id")
        .bind("organisation", organisation)
        .map((row, context) -> key(row, retiring))
        .list();
  }

  List<VirtualKey> all(Handle handle, Instant now) {
    Map<UUID, List<VirtualKey.Retiring>> retiring = retiring(handle, now);
    return handle.createQuery(KEYS).map((row, context) -> key(row, retiring)).list();
  }

  boolean nameTaken(Handle handle, UUID organisation, String name) {
    return handle
            .createQuery(
                """
                SELECT count(*) FROM virtual_keys
                WHERE organisation_id = :organisation AND name = :name AND revoked_at IS NULL
                """)
            .bind("organisation", organisation)
            .bind("name", name)
            .mapTo(Long.class)
            .one()
        > 0;
  }

  /** Every value that still counts. */
  List<Value> values(Handle handle, Instant now) {
    return handle
        .createQuery(
            """
            SELECT key_id, digest, hint, ends_at FROM virtual_key_values
            WHERE ends_at IS NULL OR ends_at > :now ORDER BY made_at
            """)
        .bind("now", now)
        .map(
            (row, context) ->
                new Value(
                    UUID.fromString(row.getString("key_id")),
                    row.getString("digest"),
                    row.getString("hint"),
                    instant(row, "ends_at")))
        .list();
  }

  private Map<UUID, List<VirtualKey.Retiring>> retiring(Handle handle, Instant now) {
    Map<UUID, List<VirtualKey.Retiring>> found = new HashMap<>();
    for (Value value : values(handle, now)) {
      if (value.until().isEmpty()) continue;
      found
          .computeIfAbsent(value.key(), id -> new ArrayList<>())
          .add(new VirtualKey.Retiring(value.hint(), value.until()));
    }
    return found;
  }

  private static Map<String, @Nullable Object> values(KeySpec spec) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("name", spec.name());
    values.put("person", spec.person());
    values.put("requests", boxed(spec.limits().requestsPerMinute()));
    values.put("tokens", boxed(spec.limits().tokensPerMinute()));
    values.put("atOnce", boxed(spec.limits().atOnce()));
    values.put("models", spec.models().json());
    values.put("expires", spec.expires().map(Instant::toEpochMilli).orElse(null));
    return values;
  }

  private static @Nullable Long boxed(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }

  private static VirtualKey key(ResultSet row, Map<UUID, List<VirtualKey.Retiring>> retiring)
      throws SQLException {
    UUID id = UUID.fromString(row.getString("id"));
    KeyLimits limits =
        new KeyLimits(
            number(row, "requests_per_minute"),
            number(row, "tokens_per_minute"),
            number(row, "at_once"));
    OptionalLong budget = number(row, "amount_pico");
    KeySpec spec =
        new KeySpec(
            row.getString("name"),
            row.getString("person"),
            limits,
            budget.isPresent() ? Optional.of(new Usd(budget.getAsLong())) : Optional.empty(),
            ModelPatterns.ofJson(row.getString("models")),
            instant(row, "expires_at"));
    return new VirtualKey(
        id,
        UUID.fromString(row.getString("organisation_id")),
        Optional.ofNullable(row.getString("tenant_id")).map(UUID::fromString),
        spec,
        row.getString("hint"),
        retiring.getOrDefault(id, List.of()),
        Instant.ofEpochMilli(row.getLong("created_at")),
        row.getString("created_by"),
        instant(row, "rotated_at"),
        instant(row, "revoked_at"),
        row.getLong("version"));
  }

  private static OptionalLong number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    OptionalLong millis = number(row, column);
    return millis.isPresent()
        ? Optional.of(Instant.ofEpochMilli(millis.getAsLong()))
        : Optional.empty();
  }
}
