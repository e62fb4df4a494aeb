package io.innkeeper.variable;

import io.innkeeper.openwebui.Catalogue;
import io.innkeeper.secret.SealedColumn;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables of outer layers, and of changes on their way. Secrets are sealed to their row. */
final class VariableStore {
  private final SecretBox box;

  VariableStore(SecretBox box) {
    this.box = box;
  }

  /** What a layer gives, by name. */
  List<Given> of(Handle handle, Layer layer) {
    return handle
        .createQuery(
            """
            SELECT name, plain, sealed, changed_at, changed_by FROM variables
            WHERE layer = :layer ORDER BY name
            """)
        .bind("layer", layer.key())
        .map(
            (row, context) ->
                new Given(
                    row.getString("name"),
                    value(row, layer).orElseThrow(),
                    Instant.ofEpochMilli(row.getLong("changed_at")),
                    row.getString("changed_by")))
        .list();
  }

  /** The version a change is based on; 0 before the first. */
  long version(Handle handle, Layer layer) {
    return handle
        .createQuery("SELECT version FROM variable_layers WHERE layer = :layer")
        .bind("layer", layer.key())
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  void advance(Handle handle, Layer layer) {
    handle
        .createUpdate(
            """
            INSERT INTO variable_layers (layer, version) VALUES (:layer, 1)
            ON CONFLICT (layer) DO UPDATE SET version = variable_layers.version + 1
            """)
        .bind("layer", layer.key())
        .execute();
  }

  void put(Handle handle, Layer layer, String name, String value, Instant now, String by) {
    boolean secret = Catalogue.secret(name);
    put(
        handle,
        layer,
        name,
        secret ? null : value,
        secret ? box.seal(Secret.of(value), layer.place(name)) : null,
        new Mark(now, by));
  }

  private record Mark(Instant at, String by) {}

  private static void put(
      Handle handle,
      Layer layer,
      String name,
      @Nullable String plain,
      @Nullable String sealed,
      Mark mark) {
    handle
        .createUpdate(
            """
            INSERT INTO variables (layer, name, plain, sealed, changed_at, changed_by)
            VALUES (:layer, :name, :plain, :sealed, :at, :by)
            ON CONFLICT (layer, name) DO UPDATE SET plain = excluded.plain,
              sealed = excluded.sealed, changed_at = excluded.changed_at,
              changed_by = excluded.changed_by
            """)
        .bind("layer", layer.key())
        .bind("name", name)
        .bind("plain", plain)
        .bind("sealed", sealed)
        .bind("at", mark.at())
        .bind("by", mark.by())
        .execute();
  }

  /** Seals what was kept plain because its name was not known to be a secret's. */
  void sealLate(Handle handle) {
    for (String table : List.of("variables", "variable_changes")) {
      record Plain(String layer, String name, String value) {}
      handle
          .createQuery("SELECT layer, name, plain FROM " + table + " WHERE plain IS NOT NULL")
          .map(
              (row, context) ->
                  new Plain(row.getString("layer"), row.getString("name"), row.getString("plain")))
          .list()
          .stream()
          .filter(one -> Catalogue.secret(one.name()))
          .forEach(
              one ->
                  handle
                      .createUpdate(
                          "UPDATE "
                              + table
                              + " SET plain = NULL, sealed = :sealed"
                              + " WHERE layer = :layer AND name = :name AND plain = :plain")
                      .bind(
                          "sealed",
                          box.seal(Secret.of(one.value()), Layer.place(one.layer(), one.name())))
                      .bind("layer", one.layer())
                      .bind("name", one.name())
                      .bind("plain", one.value())
                      .execute());
    }
  }

  void remove(Handle handle, Layer layer, String name) {
    handle.execute("DELETE FROM variables WHERE layer = ? AND name = ?", layer.key(), name);
  }

  /** Keeps what a name was before a change; nothing if it wasn't set. */
  void keepBefore(Handle handle, UUID change, Layer layer, String name) {
    handle
        .createUpdate(
            """
            INSERT INTO variable_changes (id, layer, name, plain, sealed)
            VALUES (:id, :layer, :name,
              (SELECT plain FROM variables WHERE layer = :layer AND name = :name),
              (SELECT sealed FROM variables WHERE layer = :layer AND name = :name))
            """)
        .bind("id", change)
        .bind("layer", layer.key())
        .bind("name", name)
        .execute();
  }

  void await(Handle handle, UUID change, UUID tenant) {
    handle
        .createUpdate(
            """
            INSERT INTO variable_waits (change_id, tenant_id) VALUES (:change, :tenant)
            ON CONFLICT (change_id, tenant_id) DO NOTHING
            """)
        .bind("change", change)
        .bind("tenant", tenant)
        .execute();
  }

  void follow(Handle handle, UUID change, UUID tenant) {
    handle.execute(
        "DELETE FROM variable_waits WHERE change_id = ? AND tenant_id = ?",
        change.toString(),
        tenant.toString());
  }

  /** What a layer's changed names were, for a tenant whose turn has not come; empty: not set. */
  Map<String, Optional<String>> before(Handle handle, Layer layer, UUID tenant) {
    Map<String, Optional<String>> before = new LinkedHashMap<>();
    handle
        .createQuery(
            """
            SELECT c.name, c.plain, c.sealed FROM variable_changes c
            JOIN variable_waits w ON w.change_id = c.id
            WHERE w.tenant_id = :tenant AND c.layer = :layer ORDER BY c.id DESC
            """)
        .bind("tenant", tenant)
        .bind("layer", layer.key())
        .map((row, context) -> Map.entry(row.getString("name"), value(row, layer)))
        .forEach(one -> before.put(one.getKey(), one.getValue()));
    return before;
  }

  /** Makes a change as if it had not been. Done already: nothing. */
  void takeBack(Handle handle, UUID change, Layer layer, Instant now, String by) {
    record Was(String name, @Nullable String plain, @Nullable String sealed) {}
    List<Was> all =
        handle
            .createQuery("SELECT name, plain, sealed FROM variable_changes WHERE id = :id")
            .bind("id", change)
            .map(
                (row, context) ->
                    new Was(row.getString("name"), row.getString("plain"), row.getString("sealed")))
            .list();
    if (all.isEmpty()) return;
    for (Was was : all) {
      if (was.plain() == null && was.sealed() == null) remove(handle, layer, was.name());
      else put(handle, layer, was.name(), was.plain(), was.sealed(), new Mark(now, by));
    }
    advance(handle, layer);
    forget(handle, change);
  }

  /** The change is through: what was before goes. */
  void forget(Handle handle, UUID change) {
    handle.execute("DELETE FROM variable_waits WHERE change_id = ?", change.toString());
    handle.execute("DELETE FROM variable_changes WHERE id = ?", change.toString());
  }

  /** All of an erased tenant. */
  void erased(Handle handle, UUID tenant) {
    handle.execute("DELETE FROM variable_waits WHERE tenant_id = ?", tenant.toString());
    handle.execute("DELETE FROM variable_readings WHERE tenant_id = ?", tenant.toString());
  }

  private Optional<String> value(ResultSet row, Layer layer) throws SQLException {
    String sealed = row.getString("sealed");
    if (sealed == null) return Optional.ofNullable(row.getString("plain"));
    return Optional.of(box.unseal(sealed, layer.place(row.getString("name"))).unwrap());
  }

  /** Where they are, for a fresh key. */
  static List<SealedPlace> sealedPlaces() {
    List<String> layers = List.of("layer", "name");
    List<String> changes = List.of("id", "name");
    return List.of(
        SealedColumn.of(
            "app settings of layers", "variables", "sealed", layers, VariableStore::place),
        SealedColumn.of(
            "app settings before a change",
            "variable_changes",
            "sealed",
            changes,
            VariableStore::place));
  }

  private static String place(ResultSet row) throws SQLException {
    return Layer.place(row.getString("layer"), row.getString("name"));
  }
}
