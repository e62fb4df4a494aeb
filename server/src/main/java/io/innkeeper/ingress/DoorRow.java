package io.innkeeper.ingress;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Whether a tenant's door is open.
 *
 * @param open its app was found well and nobody stopped it since
 * @param maintenance somebody keeps people out meanwhile
 * @param words what they are told, empty for the usual
 */
public record DoorRow(boolean open, boolean maintenance, String words) {
  static final DoorRow SHUT = new DoorRow(false, false, "");

  static Map<UUID, DoorRow> all(Handle handle) {
    return handle
        .createQuery("select tenant_id, open, maintenance, words from doors")
        .map(
            (row, context) ->
                Map.entry(
                    UUID.fromString(row.getString("tenant_id")),
                    new DoorRow(
                        row.getInt("open") != 0,
                        row.getInt("maintenance") != 0,
                        row.getString("words"))))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  static DoorRow of(Handle handle, UUID tenant) {
    return all(handle).getOrDefault(tenant, SHUT);
  }

  static void open(Handle handle, UUID tenant, boolean open) {
    handle
        .createUpdate(
            """
            insert into doors (tenant_id, open) values (:tenant, :open)
            on conflict (tenant_id) do update set open = excluded.open
            """)
        .bind("tenant", tenant)
        .bind("open", open ? 1 : 0)
        .execute();
  }

  static void maintenance(Handle handle, UUID tenant, boolean on, String words) {
    handle
        .createUpdate(
            """
            insert into doors (tenant_id, maintenance, words) values (:tenant, :on, :words)
            on conflict (tenant_id) do update set maintenance = excluded.maintenance,
              words = excluded.words
            """)
        .bind("tenant", tenant)
        .bind("on", on ? 1 : 0)
        .bind("words", words)
        .execute();
  }
}
