package io.innkeeper.simulators.openrouter;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /keys} and {@code /key}. */
final class KeyDesk {
  private static final int PAGE = 100;

  private final World world;
  private final ObjectMapper json =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  KeyDesk(World world) {
    this.world = world;
  }

  Script answer(HttpServerRequest request, String rest, Buffer body) {
    String method = request.method().name();
    if (rest.isEmpty()) {
      return switch (method) {
        case "GET" -> list(request);
        case "POST" -> create(body);
        default -> Refusals.script("not-found");
      };
    }
    Optional<ApiKey> key = world.keys().find(rest.substring(1));
    if (key.isEmpty()) return Refusals.script("not-found");
    return switch (method) {
      case "GET" -> Script.json(200, "{\"data\":" + object(key.get()) + "}");
      case "PATCH" -> change(key.get(), body);
      case "DELETE" -> delete(key.get());
      default -> Refusals.script("not-found");
    };
  }

  private Script list(HttpServerRequest request) {
    String workspace = request.getParam("workspace_id", Keys.DEFAULT_WORKSPACE);
    boolean disabled = request.getParam("include_disabled", "false").equals("true");
    int offset = Integer.parseInt(request.getParam("offset", "0"));
    List<ApiKey> all = world.keys().list(workspace, disabled);
    ObjectNode answer = json.createObjectNode();
    var data = answer.putArray("data");
    all.stream().skip(offset).limit(PAGE).forEach(key -> data.add(object(key)));
    return Script.json(200, answer.toString());
  }

  private Script create(Buffer body) {
    JsonNode asked = read(body);
    if (!asked.path("name").isTextual() || asked.path("name").asText().isEmpty()) {
      return Refusals.script("malformed");
    }
    ApiKey key = world.keys().create(merged(ApiKey.Terms.named(""), asked, true));
    ObjectNode answer = json.createObjectNode();
    answer.set("data", object(key));
    answer.put("key", key.secret());
    return Script.json(201, answer.toString());
  }

  private Script change(ApiKey key, Buffer body) {
    key.change(merged(key.terms(), read(body), false), world.clock().instant());
    return Script.json(200, "{\"data\":" + object(key) + "}");
  }

  private Script delete(ApiKey key) {
    world.keys().delete(key);
    return Script.json(200, "{\"deleted\":true}");
  }

  private JsonNode read(Buffer body) {
    try {
      return json.readTree(body.getBytes());
    } catch (IOException e) {
      throw new IllegalArgumentException("Invalid request parameters", e);
    }
  }

  /** What isn't named stays; null clears a limit. */
  private static ApiKey.Terms merged(ApiKey.Terms was, JsonNode asked, boolean fresh) {
    JsonNode limit = asked.path("limit");
    JsonNode reset = asked.path("limit_reset");
    return new ApiKey.Terms(
        asked.path("name").asText(was.name()),
        fresh ? was.disabled() : asked.path("disabled").asBoolean(was.disabled()),
        limit.isMissingNode() ? was.limit() : limit.isNull() ? null : limit.decimalValue(),
        reset.isMissingNode() ? was.limitReset() : reset.isNull() ? null : reset(reset.asText()),
        asked.path("include_byok_in_limit").asBoolean(was.byokInLimit()),
        fresh ? utc(asked.path("expires_at")) : was.expiresAt(),
        fresh ? asked.path("creator_user_id").textValue() : was.creator(),
        fresh ? asked.path("workspace_id").asText(was.workspace()) : was.workspace());
  }

  private static String reset(String word) {
    if (List.of("daily", "weekly", "monthly").contains(word)) return word;
    throw new IllegalArgumentException("Invalid request parameters");
  }

  /** Only UTC is accepted. */
  private static @Nullable Instant utc(JsonNode given) {
    if (!given.isTextual()) return null;
    try {
      OffsetDateTime at = OffsetDateTime.parse(given.asText());
      if (at.getOffset().equals(ZoneOffset.UTC)) return at.toInstant();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("Invalid request parameters", e);
    }
    throw new IllegalArgumentException("expires_at must be in UTC");
  }

  /** {@code GET /key}: the caller's own key, without its hash and name. */
  String self(ApiKey key) {
    ObjectNode data = object(key);
    data.remove(List.of("hash", "name", "disabled", "created_at", "updated_at", "workspace_id"));
    data.put("is_free_tier", false);
    data.put("is_management_key", key.management());
    data.put("is_provisioning_key", key.management());
    ObjectNode rate = data.putObject("rate_limit");
    rate.put("requests", 1000).put("interval", "1h").put("note", "deprecated");
    return "{\"data\":" + data + "}";
  }

  private ObjectNode object(ApiKey key) {
    ApiKey.Terms terms = key.terms();
    LocalDate today = world.keys().today();
    ObjectNode data = json.createObjectNode();
    data.put("hash", key.hash()).put("name", terms.name()).put("label", key.label());
    data.put("disabled", terms.disabled());
    data.set("limit", number(terms.limit()));
    data.set("limit_remaining", number(key.remaining(today)));
    data.put("limit_reset", terms.limitReset());
    data.put("include_byok_in_limit", terms.byokInLimit());
    used(data, "", key, LocalDate.EPOCH);
    used(data, "_daily", key, Keys.resetDay("daily", today));
    used(data, "_weekly", key, Keys.resetDay("weekly", today));
    used(data, "_monthly", key, Keys.resetDay("monthly", today));
    data.put("created_at", wire(key.createdAt())).put("updated_at", wire(key.updatedAt()));
    data.put("expires_at", terms.expiresAt() == null ? null : terms.expiresAt().toString());
    data.put("creator_user_id", terms.creator()).put("workspace_id", terms.workspace());
    return data;
  }

  private void used(ObjectNode data, String window, ApiKey key, LocalDate from) {
    data.set("usage" + window, number(key.since(from)));
    data.set("byok_usage" + window, number(key.ownSince(from)));
  }

  /** As JavaScript writes it; an exponent below 10⁻⁶. */
  private JsonNode number(@Nullable BigDecimal value) {
    if (value == null) return json.nullNode();
    return new POJONode(new RawValue(JsText.number(value)));
  }

  private static @Nullable String wire(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC).toString().replace("Z", "+00:00");
  }
}
