package io.innkeeper.simulators.openrouter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Every error the real one is known to answer with. */
final class Refusals {
  private static final String HASH = "b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2";
  private static final Map<String, Refusal> NAMED = new LinkedHashMap<>();

  /** A named error. */
  record Refusal(int status, String json, Map<String, String> headers) {}

  static {
    named("malformed", 400, "Invalid request parameters", "\"error_type\":\"invalid_request\"");
    named(
        "context",
        400,
        "This endpoint's maximum context length is 128000 tokens. However, you requested about 200000 tokens.",
        "\"error_type\":\"context_length_exceeded\"");
    named("missing-key", 401, "Missing Authentication header", "");
    named("unknown-key", 401, "User not found.", "");
    named(
        "credits",
        402,
        "You requested up to 4096 tokens, but can only afford 900.",
        "\"limit_source\":\"openrouter_credits\",\"remedy_hint\":\"hint\",\"provider_name\":null");
    named(
        "too-heavy",
        402,
        "This request is larger than your in-flight budget.",
        "\"reason\":\"weight_exceeds_budget\",\"limit_source\":\"openrouter_credits\"");
    named(
        "in-flight",
        402,
        "In-flight budget is full.",
        "\"reason\":\"in_flight_budget_exhausted\",\"limit_source\":\"openrouter_in_flight_budget\",\"remedy_hint\":\"hint\"",
        Map.of("Retry-After", "2"));
    named(
        "key-short",
        402,
        "This request requires more credits, or fewer max_tokens. You requested up to 4096 tokens, but can only afford 900. To increase, visit https://openrouter.ai/settings/keys/"
            + HASH
            + " and adjust the key's total limit",
        "\"limit_source\":\"openrouter_key_limit\"");
    named(
        "key-cap",
        403,
        "Key limit exceeded (monthly limit). Manage it using https://openrouter.ai/settings/keys/"
            + HASH,
        "\"limit_source\":\"openrouter_key_limit\"");
    named(
        "guardrail",
        403,
        "Guardrail budget exceeded. See https://openrouter.ai/workspaces/default/guardrails",
        "\"limit_source\":\"openrouter_guardrail_budget\",\"limit_usd\":20,\"spend_usd\":20.05,\"resets_at\":\"2026-12-01T00:00:00Z\"");
    named(
        "workspace",
        403,
        "Workspace budget exceeded.",
        "\"limit_source\":\"openrouter_workspace_budget\",\"limit_usd\":100,\"spend_usd\":100.01,\"resets_at\":\"2026-12-01T00:00:00Z\"");
    named(
        "moderation",
        403,
        "Your chosen model requires moderation and your input was flagged",
        "\"reasons\":[\"violence\"],\"flagged_input\":\"…\",\"provider_name\":\"Acme Cloud\",\"model_slug\":\"acme/lark-large\"");
    named("management-only", 403, "Only management keys can perform this operation", "");
    named("not-found", 404, "Resource not found", "");
    named("timed-out", 408, "Operation timed out. Please try again later.", "");
    named("too-large", 413, "Request payload too large", "\"error_type\":\"payload_too_large\"");
    named(
        "rate-limit",
        429,
        "Rate limit exceeded",
        "\"error_type\":\"rate_limit_exceeded\"",
        Map.of(
            "X-RateLimit-Limit",
            "20",
            "X-RateLimit-Remaining",
            "0",
            "X-RateLimit-Reset",
            "1790000060000"));
    named("server", 500, "Internal Server Error", "\"error_type\":\"server\"");
    named(
        "provider",
        502,
        "Provider returned error",
        "\"error_type\":\"provider_unavailable\",\"provider_name\":\"Acme Cloud\"");
    NAMED.put(
        "unavailable",
        new Refusal(
            503,
            "{\"error\":{\"message\":\"Try later\",\"error_type\":\"provider_overloaded\",\"http_status\":503,\"availability\":{\"code\":\"temporarily_unavailable\",\"retryable\":true,\"retry_after\":7,\"requested_models\":[\"acme/lark-mini\"],\"docs_url\":\"https://example.test/\"}}}",
            Map.of("Retry-After", "7")));
    named("edge", 524, "Request timed out. Please try again later.", "");
    named("overloaded", 529, "Provider returned error", "\"error_type\":\"provider_overloaded\"");
  }

  private Refusals() {}

  private static void named(String name, int status, String message, String metadata) {
    named(name, status, message, metadata, Map.of());
  }

  private static void named(
      String name, int status, String message, String metadata, Map<String, String> headers) {
    NAMED.put(name, new Refusal(status, envelope(status, message, metadata), headers));
  }

  private static String envelope(int status, String message, String metadata) {
    return "{\"error\":{\"code\":%d,\"message\":%s,\"metadata\":%s},\"user_id\":\"user_standin\",\"openrouter_metadata\":null}"
        .formatted(
            status, JsText.text(message), metadata.isEmpty() ? "null" : "{" + metadata + "}");
  }

  static Script script(String name) {
    Refusal refusal = NAMED.get(name);
    if (refusal == null) {
      return status(400, "The stand-in has no error “" + name + "”, only " + NAMED.keySet() + ".");
    }
    return Script.json(refusal.status(), refusal.json()).with(refusal.headers());
  }

  static Script status(int status, String message) {
    return Script.json(status, envelope(status, message, ""));
  }

  /** The error that a behaviour asks for before anything is answered. */
  static Optional<Script> wanted(Behaviour behaviour) {
    Optional<Script> script = Optional.empty();
    if (behaviour.is(Word.HTML)) script = Optional.of(page());
    if (behaviour.is(Word.ERROR)) script = behaviour.text(Word.ERROR).map(Refusals::script);
    if (behaviour.is(Word.STATUS)) {
      int status = behaviour.number(Word.STATUS, 500);
      script = Optional.of(ofStatus(status));
    }
    Map<String, String> retry =
        behaviour.text(Word.RETRY_AFTER).map(s -> Map.of("Retry-After", s)).orElse(Map.of());
    return script.map(one -> one.with(retry));
  }

  private static Script ofStatus(int status) {
    return NAMED.entrySet().stream()
        .filter(one -> one.getValue().status() == status)
        .findFirst()
        .map(one -> script(one.getKey()))
        .orElseGet(() -> status(status, "An error of status " + status));
  }

  private static Script page() {
    return Script.whole(
        502,
        Map.of("Content-Type", "text/html; charset=UTF-8"),
        io.vertx.core.buffer.Buffer.buffer(
            "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head>"
                + "<body><center><h1>502 Bad Gateway</h1></center></body></html>"));
  }

  /** The error object inside a stream. */
  static String midStream(Behaviour behaviour) {
    String code = behaviour.is(Word.STRING_CODE) ? "\"server_error\"" : "502";
    String raw = behaviour.is(Word.USER_ID) ? ",\"raw\":\"organization org-StandIn, key 7\"" : "";
    return "{\"code\":"
        + code
        + ",\"message\":\"Upstream closed the connection\",\"metadata\":"
        + "{\"error_type\":\"provider_unavailable\",\"provider_code\":\"conn_reset\""
        + raw
        + "}}";
  }

  /** The error as a member, and beside it whose account it is if that is told. */
  static String member(Behaviour behaviour) {
    String user = behaviour.is(Word.USER_ID) ? ",\"user_id\":\"user_standin\"" : "";
    return "\"error\":" + midStream(behaviour) + user;
  }

  /** A body of status 200 that reports a failure. */
  static String inside200(Call call) {
    if (call.behaviour().text(Word.ERROR_IN_200).orElse("").equals("top")) {
      return "{" + member(call.behaviour()) + "}";
    }
    StringBuilder to = new StringBuilder(420).append('{');
    ChatForm.head(to, call, "chat.completion");
    to.append(
        "\"choices\":[{\"index\":0,\"finish_reason\":\"error\",\"message\":{\"role\":\"assistant\",\"content\":\"broken off\"},");
    return to.append(member(call.behaviour())).append("}]}").toString();
  }
}
