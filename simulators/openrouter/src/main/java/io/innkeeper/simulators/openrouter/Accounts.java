package io.innkeeper.simulators.openrouter;

import static io.innkeeper.simulators.openrouter.JsText.number;
import static io.innkeeper.simulators.openrouter.JsText.text;

import io.innkeeper.simulators.openrouter.Models.Model;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** Models, generations, credits and activity; keys are {@link KeyDesk}'s. */
final class Accounts {
  private static final BigDecimal BOUGHT = new BigDecimal("1000");
  private static final int DAYS = 30;

  private final World world;
  private final KeyDesk keys;

  Accounts(World world) {
    this.world = world;
    keys = new KeyDesk(world);
  }

  Script answer(HttpServerRequest request, String path, Buffer body) {
    String method = request.method().name();
    if (method.equals("GET") && path.startsWith("/models")) return models(request, path);
    String secret = Desk.secret(request);
    if (secret == null) return Refusals.script("missing-key");
    Optional<ApiKey> key = world.keys().open(secret);
    if (key.isEmpty()) return Refusals.script("unknown-key");
    if (method.equals("GET") && path.equals("/generation")) return generation(request, key.get());
    if (method.equals("GET") && path.equals("/key")) return Script.json(200, keys.self(key.get()));
    boolean managed =
        path.startsWith("/keys") || path.equals("/credits") || path.equals("/activity");
    if (!managed) return Refusals.script("not-found");
    if (!key.get().management()) return Refusals.script("management-only");
    if (path.startsWith("/keys")) return keys.answer(request, path.substring(5), body);
    if (!method.equals("GET")) return Refusals.script("not-found");
    return Script.json(200, path.equals("/credits") ? credits() : activity(request));
  }

  private Script models(HttpServerRequest request, String path) {
    Models models = world.models();
    if (path.equals("/models")) {
      String modalities = request.getParam("output_modalities");
      String list = models.list(modalities, request.getParam("offset"), request.getParam("limit"));
      String tag = "W/\"%08x\"".formatted(list.hashCode());
      Map<String, String> tagged = Map.of("ETag", tag);
      return tag.equals(request.getHeader("If-None-Match"))
          ? Script.whole(304, tagged, Buffer.buffer())
          : Script.json(200, list).with(tagged);
    }
    Optional<Model> one = models.find(path.substring("/models/".length()));
    return one.map(model -> Script.json(200, "{\"data\":" + model.listed() + "}"))
        .orElseGet(() -> Refusals.script("not-found"));
  }

  /** Known to the key that made the call, and to management. */
  private Script generation(HttpServerRequest request, ApiKey key) {
    return world
        .books()
        .known(request.getParam("id", ""), world.clock().instant())
        .filter(charge -> key.management() || charge.keyHash().equals(key.hash()))
        .map(charge -> Script.json(200, generation(charge)))
        .orElseGet(() -> Refusals.script("not-found"));
  }

  private static String generation(Charge charge) {
    Spend spend = charge.spend();
    String finish = charge.finish().isEmpty() ? "null" : text(charge.finish());
    String own = spend.byok() ? number(spend.upstream()) : "0";
    // Its other count of tokens is never the native one.
    return "{\"data\":{\"id\":%s,\"upstream_id\":null,\"api_type\":%s,\"created_at\":\"%s\",\"model\":%s,\"provider_name\":%s,"
            .formatted(
                text(charge.generation()),
                charge.endpoint().equals("/embeddings") ? "\"embeddings\"" : "\"completions\"",
                charge.began(),
                text(charge.model()),
                text(charge.provider()))
        + "\"streamed\":%b,\"cancelled\":%b,\"finish_reason\":%s,\"native_finish_reason\":%s,"
            .formatted(charge.streamed(), charge.cancelled(), finish, finish)
        + "\"tokens_prompt\":%d,\"tokens_completion\":%d,\"native_tokens_prompt\":%d,\"native_tokens_completion\":%d,"
            .formatted(
                spend.prompt() + 1,
                spend.completion() + spend.completion() / 8,
                spend.prompt(),
                spend.completion())
        + "\"native_tokens_reasoning\":%d,\"native_tokens_cached\":%d,\"usage\":%s,\"total_cost\":%s,"
            .formatted(spend.reasoning(), spend.cached(), spend.cost(), spend.cost())
        + "\"upstream_inference_cost\":%s,\"cache_discount\":null,\"is_byok\":%b,\"external_user\":%s,"
            .formatted(own, spend.byok(), charge.user().isEmpty() ? "null" : text(charge.user()))
        + "\"latency\":%d,\"generation_time\":%d}}"
            .formatted(12, java.time.Duration.between(charge.began(), charge.ended()).toMillis());
  }

  private String credits() {
    return "{\"data\":{\"total_credits\":%s,\"total_usage\":%s}}"
        .formatted(number(BOUGHT), number(world.books().credits()));
  }

  /** Completed days only; today is absent. */
  private String activity(HttpServerRequest request) {
    LocalDate today = world.keys().today();
    String date = request.getParam("date", "");
    String hash = request.getParam("api_key_hash", "");
    StringJoiner rows = new StringJoiner(",", "{\"data\":[", "]}");
    for (Map.Entry<Books.Row, Books.Sums> one : world.books().days().entrySet()) {
      Books.Row row = one.getKey();
      boolean told = row.day().isBefore(today) && !row.day().isBefore(today.minusDays(DAYS));
      if (!told || !date.isEmpty() && !date.equals(row.day().toString())) continue;
      if (!hash.isEmpty() && !hash.equals(row.keyHash())) continue;
      rows.add(row(row, one.getValue()));
    }
    return rows.toString();
  }

  private String row(Books.Row row, Books.Sums sums) {
    String slug =
        world
            .models()
            .find(row.model())
            .map(model -> model.listed().path("canonical_slug").asText())
            .orElse(row.model());
    return "{\"date\":\"%s\",\"model\":%s,\"model_permaslug\":%s,\"endpoint_id\":\"00000000-0000-4000-8000-0000000000ee\",\"provider_name\":%s,"
            .formatted(row.day(), text(row.model()), text(slug), text(row.provider()))
        + "\"usage\":%s,\"byok_usage_inference\":%s,\"requests\":%d,\"prompt_tokens\":%d,\"completion_tokens\":%d,\"reasoning_tokens\":%d}"
            .formatted(
                number(sums.usage()),
                number(sums.own()),
                sums.requests(),
                sums.prompt(),
                sums.completion(),
                sums.reasoning());
  }
}
