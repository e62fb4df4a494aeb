package io.innkeeper.simulators.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The models on offer. */
final class Models {
  private static final int USUAL_PAGE = 500;
  private static final int LARGEST_PAGE = 1000;

  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, Model> byId = new LinkedHashMap<>();

  /** One model as listed, and what it costs. */
  record Model(String id, JsonNode listed, Tariff tariff) {
    private boolean answersIn(Set<String> modalities) {
      for (JsonNode one : listed.path("architecture").path("output_modalities")) {
        if (modalities.contains(one.asText())) return true;
      }
      return false;
    }
  }

  Models() {
    try (InputStream in = Models.class.getResourceAsStream("models.json")) {
      replace(json.readTree(Objects.requireNonNull(in, "models.json is missing")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Offers other models from now on, in the form of {@code GET /models}. */
  synchronized void replace(JsonNode list) {
    byId.clear();
    for (JsonNode one : list.path("data")) {
      String id = one.path("id").asText();
      byId.put(id, new Model(id, one, new Tariff(one.path("pricing"))));
    }
  }

  /** The model of an id, a permanent slug, or an id with a suffix such as {@code :nitro}. */
  synchronized Optional<Model> find(String id) {
    Model exact = byId.get(id);
    if (exact != null) return Optional.of(exact);
    for (Model one : byId.values()) {
      if (one.listed().path("canonical_slug").asText().equals(id)) return Optional.of(one);
    }
    int colon = id.indexOf(':');
    return colon < 0 ? Optional.empty() : find(id.substring(0, colon));
  }

  /** {@code GET /models}; text models only, unless the query says otherwise. */
  synchronized String list(
      @Nullable String modalities, @Nullable String offset, @Nullable String limit) {
    List<JsonNode> found = new ArrayList<>();
    Set<String> wanted = Set.of((modalities == null ? "text" : modalities).split(","));
    for (Model one : byId.values()) {
      if (wanted.contains("all") || one.answersIn(wanted)) found.add(one.listed());
    }
    boolean paged = offset != null || limit != null;
    int from = offset == null ? 0 : Integer.parseInt(offset);
    int most = limit == null ? USUAL_PAGE : Math.min(LARGEST_PAGE, Integer.parseInt(limit));
    int to = paged ? Math.min(found.size(), from + most) : found.size();
    ObjectNode answer = json.createObjectNode();
    ArrayNode data = answer.putArray("data");
    for (int at = from; at < to; at++) data.add(found.get(at));
    answer.put("total_count", found.size());
    ObjectNode links = answer.putObject("links");
    if (to < found.size()) links.put("next", "/api/v1/models?offset=" + to + "&limit=" + most);
    else links.putNull("next");
    return answer.toString();
  }
}
