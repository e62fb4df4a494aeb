package io.innkeeper.variable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.innkeeper.client.Json;
import io.innkeeper.client.VariablesChange;
import io.innkeeper.secret.SealedColumn;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Changes of several tenants on their way; all values are sealed to their row. */
final class SeveralStore {
  private static final TypeReference<LinkedHashMap<String, @Nullable String>> VALUES =
      new TypeReference<>() {};

  private final SecretBox box;

  SeveralStore(SecretBox box) {
    this.box = box;
  }

  void insert(Handle handle, UUID id, Wish wish) {
    String text = written(new VariablesChange(wish.set(), List.copyOf(wish.remove()), null, null));
    handle
        .createUpdate("INSERT INTO variable_several (id, sealed) VALUES (:id, :sealed)")
        .bind("id", id)
        .bind("sealed", box.seal(Secret.of(text), place(id)))
        .execute();
  }

  /** What is wanted; empty once the change has ended. */
  Optional<Wish> wish(Handle handle, UUID id) {
    return handle
        .createQuery("SELECT sealed FROM variable_several WHERE id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .findOne()
        .map(kept -> Wish.of(read(box.unseal(kept, place(id)).unwrap())));
  }

  /** Keeps what a tenant has of the names before it gets others; null for not set. */
  void keep(Handle handle, UUID id, UUID tenant, Map<String, @Nullable String> before) {
    handle
        .createUpdate(
            """
            INSERT INTO variable_several_tenants (several_id, tenant_id, sealed)
            VALUES (:id, :tenant, :sealed)
            ON CONFLICT (several_id, tenant_id) DO UPDATE SET sealed = excluded.sealed
            """)
        .bind("id", id)
        .bind("tenant", tenant)
        .bind("sealed", box.seal(Secret.of(written(before)), place(id, tenant)))
        .execute();
  }

  /** What a tenant had; empty if it got nothing. */
  Map<String, @Nullable String> before(Handle handle, UUID id, UUID tenant) {
    return handle
        .createQuery(
            """
            SELECT sealed FROM variable_several_tenants
            WHERE several_id = :id AND tenant_id = :tenant
            """)
        .bind("id", id)
        .bind("tenant", tenant)
        .mapTo(String.class)
        .findOne()
        .map(kept -> values(box.unseal(kept, place(id, tenant)).unwrap()))
        .orElseGet(LinkedHashMap::new);
  }

  void forget(Handle handle, UUID id) {
    handle.execute("DELETE FROM variable_several_tenants WHERE several_id = ?", id.toString());
    handle.execute("DELETE FROM variable_several WHERE id = ?", id.toString());
  }

  void erased(Handle handle, UUID tenant) {
    handle.execute("DELETE FROM variable_several_tenants WHERE tenant_id = ?", tenant.toString());
  }

  /** Where they are, for a fresh key. */
  static List<SealedPlace> sealedPlaces() {
    return List.of(
        SealedColumn.of(
            "app settings wanted for several tenants",
            "variable_several",
            "sealed",
            List.of("id"),
            row -> place(SealedColumn.id(row, "id"))),
        SealedColumn.of(
            "app settings that several tenants had",
            "variable_several_tenants",
            "sealed",
            List.of("several_id", "tenant_id"),
            row -> place(SealedColumn.id(row, "several_id"), SealedColumn.id(row, "tenant_id"))));
  }

  private static String place(UUID id) {
    return "variable-several/" + id;
  }

  private static String place(UUID id, UUID tenant) {
    return place(id) + "/" + tenant;
  }

  private static String written(Object value) {
    try {
      return Json.LENIENT.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static VariablesChange read(String text) {
    try {
      return Json.LENIENT.readValue(text, VariablesChange.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, @Nullable String> values(String text) {
    try {
      return Json.LENIENT.readValue(text, VALUES);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
