package io.innkeeper.gateway;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * The upstream's refusals in our words. Its own text goes on only where it helps the person, and
 * then without addresses and key hashes.
 */
final class UpstreamErrors {
  static final Refusal BROKEN_OFF =
      Refusal.of(502, "answer-broke-off", "The model's answer broke off. Please ask again.");
  static final Refusal NOT_REACHED =
      Refusal.later(
          502,
          "upstream-not-reached",
          "The model service could not be reached. Please try again in a moment.",
          Duration.ofSeconds(5));
  static final Refusal NO_ANSWER =
      Refusal.of(504, "upstream-silent", "The model service did not answer. Please ask again.");

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofHours(24);

  private UpstreamErrors() {}

  /** What its answer says about itself. */
  private record Said(String message, String limitSource, boolean inFlight) {}

  /**
   * @param status of the upstream's answer, 400 or above
   * @param retryAfter its header, if it sent one
   */
  static Refusal of(int status, byte[] body, Optional<String> retryAfter) {
    Said said = read(body);
    Duration wait = retryAfter.flatMap(UpstreamErrors::seconds).orElse(SOON);
    String safe = SafeText.of(said.message());
    return switch (status) {
      case 400, 422 ->
          Refusal.of(400, "upstream-invalid", worded("The model refused the request", safe));
      case 401 ->
          Refusal.of(
              502,
              "upstream-key-refused",
              "The model service refused this organisation's key. Please tell your administrator.");
      case 402 -> money(said, wait);
      case 403 -> forbidden(said, safe, wait);
      case 404 -> Refusal.of(404, "upstream-no-model", worded("The model is not available", safe));
      case 408, 504, 524 -> NO_ANSWER;
      case 413 -> Refusal.of(413, "upstream-too-large", "The request is too large for this model.");
      case 429 ->
          Refusal.later(
              429,
              "upstream-busy",
              "The model is asked too often at the moment. Please try again shortly.",
              wait);
      default ->
          Refusal.later(
              status == 503 || status == 529 ? 503 : 502,
              "upstream-failed",
              "The model service failed. Please try again in a moment.",
              wait);
    };
  }

  /** An error inside a stream that has begun. */
  static Refusal inStream(String code, String safe) {
    String sentence = worded("The model's answer broke off", safe);
    return code.equals("429")
        ? Refusal.later(429, "upstream-busy", sentence, SOON)
        : Refusal.of(502, "answer-broke-off", sentence);
  }

  private static Refusal money(Said said, Duration wait) {
    if (said.inFlight()) {
      return Refusal.later(
          429,
          "upstream-busy",
          "Too many answers are being written at the same time. Please try again shortly.",
          wait);
    }
    if (said.message().contains("fewer max_tokens") || said.message().contains("can only afford")) {
      return Refusal.of(
          402,
          "upstream-answer-too-long",
          "The longest possible answer costs more than what is left. Ask for a shorter one.");
    }
    return Refusal.of(
        402,
        "upstream-credit-used-up",
        "The credit at the model service is used up. Please tell your administrator.");
  }

  private static Refusal forbidden(Said said, String safe, Duration wait) {
    return switch (said.limitSource()) {
      case "openrouter_key_limit", "openrouter_guardrail_budget", "openrouter_workspace_budget" ->
          Refusal.of(
              402,
              "upstream-limit-reached",
              "The spending limit at the model service is reached. Please tell your"
                  + " administrator.");
      case "openrouter_in_flight_budget", "openrouter_credits" -> money(said, wait);
      default ->
          said.message().startsWith("Key limit exceeded")
              ? Refusal.of(
                  402,
                  "upstream-limit-reached",
                  "The spending limit at the model service is reached. Please tell your"
                      + " administrator.")
              : Refusal.of(403, "upstream-forbids", worded("The model service refused", safe));
    };
  }

  private static String worded(String ours, String theirs) {
    return theirs.isEmpty() ? ours + "." : ours + ": " + theirs;
  }

  private static Optional<Duration> seconds(String header) {
    if (!header.matches("\\d{1,9}")) return Optional.empty();
    Duration wait = Duration.ofSeconds(Long.parseLong(header));
    return Optional.of(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
  }

  private static Said read(byte[] body) {
    String[] found = {"", ""};
    try (JsonParser json = Json.FACTORY.createParser(body)) {
      if (json.nextToken() == JsonToken.START_OBJECT) walk(json, found, 0);
    } catch (IOException e) {
      // Not JSON, for example a proxy's page: nothing of it is worth passing on.
      return new Said("", "", false);
    }
    return new Said(found[0], found[1], found[1].equals("openrouter_in_flight_budget"));
  }

  /** Whether a body is the model service's own error: a JSON object that holds one. */
  static boolean said(byte[] body) {
    try (JsonParser json = Json.FACTORY.createParser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) return false;
      boolean error = false;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        error |= json.currentName().equals("error");
        json.nextToken();
        json.skipChildren();
      }
      return error;
    } catch (IOException e) {
      return false;
    }
  }

  private static void walk(JsonParser json, String[] found, int depth) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      boolean inside = name.equals("error") || name.equals("metadata");
      if (value == JsonToken.START_OBJECT && inside && depth < 3) {
        walk(json, found, depth + 1);
      } else if (value == JsonToken.VALUE_STRING && name.equals("message")) {
        found[0] = json.getText();
      } else if (value == JsonToken.VALUE_STRING && name.equals("limit_source")) {
        found[1] = json.getText();
      } else {
        json.skipChildren();
      }
    }
  }
}
