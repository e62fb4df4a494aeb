package io.innkeeper.tenant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.innkeeper.client.Json;
import io.innkeeper.secret.SealedColumn;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Named texts of a tenant as one sealed value. */
final class SealedTexts {
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final SecretBox box;

  SealedTexts(SecretBox box) {
    this.box = box;
  }

  String seal(Map<String, String> texts, UUID tenant) {
    return box.seal(Secret.of(json(texts)), place(tenant));
  }

  Map<String, String> unseal(String kept, UUID tenant) {
    return texts(box.unseal(kept, place(tenant)).unwrap());
  }

  static String json(Map<String, String> texts) {
    try {
      return Json.LENIENT.writeValueAsString(texts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<String, String> texts(String json) {
    try {
      return Json.LENIENT.readValue(json, TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String place(UUID tenant) {
    return "tenant/" + tenant + "/environment";
  }

  /** Where they are, for a fresh key. */
  static List<SealedPlace> sealedPlaces() {
    return List.of(
        SealedColumn.of(
            "tenants' own settings",
            "tenants",
            "environment",
            List.of("id"),
            row -> place(SealedColumn.id(row, "id"))),
        SealedColumn.of(
            "tenants' earlier states",
            "tenant_versions",
            "spec",
            List.of("tenant_id", "version"),
            row -> place(SealedColumn.id(row, "tenant_id"))));
  }
}
