package io.innkeeper.openwebui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.innkeeper.openwebui.AppHttp.Answer;
import io.innkeeper.secret.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The configuration that an app keeps in its database, read and changed through its API. */
final class StoredConfiguration {
  private static final String PERMISSIONS = "/api/v1/users/default/permissions";

  private final AppHttp http;
  private final Secret token;

  StoredConfiguration(AppHttp http, Secret token) {
    this.http = http;
    this.token = token;
  }

  /** All of it by dotted key; each permission of ordinary people is a key too. */
  Map<String, @Nullable Object> read() {
    String tried = "read the app's configuration";
    Answer answer = http.get("/api/v1/configs/export", token);
    if (!answer.ok()) throw http.unexpected(tried, answer);
    JsonNode tree = answer.body().orElseThrow(() -> http.unexpected(tried, answer));
    Map<String, @Nullable Object> all = Json.object(tree);
    if (tree.has(Permissions.DOCUMENT)) all.putAll(Permissions.apart(permissions(tree)));
    return all;
  }

  /** With what an older document doesn't hold, as the app fills it in. */
  private JsonNode permissions(JsonNode configuration) {
    Answer answer = http.get(PERMISSIONS, token);
    return answer
        .body()
        .filter(tree -> answer.ok() && tree.isObject())
        .orElse(configuration.path(Permissions.DOCUMENT));
  }

  void bringIn(Map<String, ? extends @Nullable Object> wanted) {
    boolean parts = wanted.keySet().stream().anyMatch(Permissions::within);
    Map<String, @Nullable Object> whole =
        parts ? Permissions.together(wanted, now()) : new LinkedHashMap<>(wanted);
    Answer answer = http.post("/api/v1/configs/import", token, Map.of("config", whole));
    if (!answer.ok()) throw http.unexpected("change the app's configuration", answer);
  }

  private JsonNode now() {
    Answer answer = http.get("/api/v1/configs/export", token);
    if (!answer.ok()) throw http.unexpected("read the app's configuration", answer);
    return permissions(answer.body().orElse(MissingNode.getInstance()));
  }

  ConfigurationChange apply(Map<String, ? extends @Nullable Object> wanted) {
    Map<String, @Nullable Object> before = read();
    List<String> unknown = ConfigurationChange.unknown(wanted, before);
    List<String> different = ConfigurationChange.different(wanted, before);
    if (different.isEmpty()) return new ConfigurationChange(List.of(), List.of(), unknown);
    Map<String, @Nullable Object> changes = new LinkedHashMap<>(wanted);
    changes.keySet().retainAll(different);
    bringIn(changes);
    List<String> refused = ConfigurationChange.different(changes, read());
    return new ConfigurationChange(
        different.stream().filter(key -> !refused.contains(key)).toList(), refused, unknown);
  }

  void restore(Map<String, @Nullable Object> before) {
    Map<String, @Nullable Object> now = read();
    Map<String, @Nullable Object> different = new LinkedHashMap<>(before);
    different
        .entrySet()
        .removeIf(
            one ->
                !now.containsKey(one.getKey())
                    || Json.tree(one.getValue()).equals(Json.tree(now.get(one.getKey()))));
    if (!different.isEmpty()) bringIn(different);
  }
}
