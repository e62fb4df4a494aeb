package io.innkeeper.cli.env;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of one OpenRouter account, and the right to change them. */
final class OpenRouterKeys {
  private static final int PAGE = 100;
  private static final int MOST_PAGES = 100;

  private final OpenRouterApi api;
  private final ApiKey management;

  OpenRouterKeys(OpenRouterApi api, ApiKey management) {
    this.api = api;
    this.management = management;
  }

  OpenRouterApi api() {
    return api;
  }

  /** A key just made: the only moment at which its secret is told. */
  record Created(UpstreamKey key, ApiKey secret) {}

  /** All keys, disabled ones too. This is also what shows whether the management key is right. */
  List<UpstreamKey> all() {
    List<UpstreamKey> all = new ArrayList<>();
    for (int page = 0; page < MOST_PAGES; page++) {
      String path = "/keys?include_disabled=true&offset=" + page * PAGE;
      JsonNode data =
          api.ask("list the account's keys", "GET", path, management, null).demanded().path("data");
      data.forEach(key -> all.add(UpstreamKey.read(key)));
      if (data.size() < PAGE) break;
    }
    return List.copyOf(all);
  }

  /**
   * Makes a key. When the answer is lost, the key it may have made is found by its name and
   * deleted: nobody could ever learn its secret.
   *
   * @param name that no key had before
   */
  Created create(String name, SpendingLimit limit) {
    Map<String, Object> body = new LinkedHashMap<>(terms(limit));
    body.put("name", name);
    try {
      OpenRouterApi.Reply reply = api.ask("make a key", "POST", "/keys", management, body);
      JsonNode made = reply.demanded();
      UpstreamKey key = UpstreamKey.read(made.path("data"));
      String secret = made.path("key").asText(made.path("data").path("key").asText(""));
      Optional<ApiKey> told = ApiKey.parse(secret);
      if (told.isPresent() && !key.hash().isEmpty()) return new Created(key, told.get());
      throw new Refusal(
          ExitCode.UPSTREAM_AWAY, "OpenRouter made a key but did not tell it.", "Repeat it later.");
    } catch (Refusal lost) {
      if (lost.code() == ExitCode.UPSTREAM_AWAY) sweep(name, lost);
      throw lost;
    }
  }

  void limit(UpstreamKey key, SpendingLimit limit) {
    change("change the limit of the key " + key.label(), key, terms(limit));
  }

  void disable(UpstreamKey key) {
    change("disable the key " + key.label(), key, Map.of("disabled", true));
  }

  /** Deletes it; one that is gone already is fine. */
  void delete(UpstreamKey key) {
    OpenRouterApi.Reply reply =
        api.ask("delete the key " + key.label(), "DELETE", path(key), management, null);
    if (!reply.is(404)) reply.demanded();
  }

  /** What a key is told about itself, which costs nothing; empty when it opens nothing. */
  static Optional<OwnKey> self(OpenRouterApi api, ApiKey key) {
    OpenRouterApi.Reply reply =
        api.ask("ask about the key " + key.label(), "GET", "/key", key, null);
    if (reply.is(401)) return Optional.empty();
    JsonNode data = reply.demanded().path("data");
    boolean management =
        data.path("is_management_key").asBoolean() || data.path("is_provisioning_key").asBoolean();
    return Optional.of(
        new OwnKey(data.path("label").asText(key.label()), UpstreamKey.limit(data), management));
  }

  private void change(String tried, UpstreamKey key, Map<String, Object> body) {
    api.ask(tried, "PATCH", path(key), management, body).demanded();
  }

  private void sweep(String name, Refusal lost) {
    try {
      all().stream().filter(key -> key.name().equals(name)).forEach(this::delete);
    } catch (Refusal failed) {
      throw new Refusal(
          lost.code(),
          lost.said() + " A key named “" + name + "” may have been made.",
          "Look for it at OpenRouter and delete it, then repeat.");
    }
  }

  /** Null takes a limit away, which is not the same as leaving it out. */
  private static Map<String, Object> terms(SpendingLimit limit) {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("limit", limit.usd().orElse(null));
    terms.put("limit_reset", limit.reset().map(Reset::word).orElse(null));
    return terms;
  }

  private static String path(UpstreamKey key) {
    return "/keys/" + URLEncoder.encode(key.hash(), UTF_8);
  }
}
