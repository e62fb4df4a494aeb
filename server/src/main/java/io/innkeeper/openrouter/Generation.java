package io.innkeeper.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.money.Usd;
import io.innkeeper.usage.Charge;
import io.innkeeper.usage.Tokens;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * What the upstream remembers of a call.
 *
 * @param finish why the answer ended; empty when it was broken off
 * @param charge empty if it names no cost
 * @param user as the upstream was told
 */
public record Generation(
    String id,
    String model,
    String provider,
    String finish,
    boolean cancelled,
    Tokens tokens,
    Optional<Charge> charge,
    Optional<String> user) {

  static Generation read(JsonNode data) {
    return new Generation(
        data.path("id").asText(),
        data.path("model").asText(),
        data.path("provider_name").asText(""),
        data.path("finish_reason").asText(""),
        data.path("cancelled").asBoolean(),
        tokens(data),
        charge(data),
        Optional.ofNullable(data.path("external_user").textValue()));
  }

  /** The model's own count; {@code tokens_prompt} and its like are another's. */
  private static Tokens tokens(JsonNode data) {
    return new Tokens(
        data.path("native_tokens_prompt").asLong(),
        data.path("native_tokens_completion").asLong(),
        data.path("native_tokens_cached").asLong(),
        0,
        data.path("native_tokens_reasoning").asLong(),
        0,
        0,
        data.path("native_tokens_completion_images").asLong());
  }

  private static Optional<Charge> charge(JsonNode data) {
    JsonNode cost = data.path("total_cost");
    boolean ownKey = data.path("is_byok").asBoolean();
    JsonNode provider = data.path("upstream_inference_cost");
    // With an own provider key the router's fee alone, often nothing, is not what a call costs.
    if (!cost.isNumber() || ownKey && !provider.isNumber()) return Optional.empty();
    try {
      BigDecimal all = Usd.sensible(cost.decimalValue());
      if (ownKey) all = all.add(Usd.sensible(provider.decimalValue()));
      return Optional.of(new Charge(Usd.of(all), written(cost.decimalValue()), ownKey));
    } catch (ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** As JavaScript writes it: {@code 8.1e-7}. */
  private static String written(BigDecimal number) {
    return number.toString().toLowerCase(Locale.ROOT);
  }
}
