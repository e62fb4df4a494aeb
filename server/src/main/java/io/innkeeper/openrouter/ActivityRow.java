package io.innkeeper.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.money.Usd;
import java.time.LocalDate;

/**
 * The upstream's own figures of one completed UTC day, one model and one provider.
 *
 * @param usage credits charged
 * @param ownKeys what went to own provider keys beside that
 */
public record ActivityRow(
    LocalDate day,
    String model,
    String slug,
    String provider,
    Usd usage,
    Usd ownKeys,
    long requests,
    long promptTokens,
    long completionTokens,
    long reasoningTokens) {

  static ActivityRow read(LocalDate day, JsonNode row) {
    return new ActivityRow(
        day,
        row.path("model").asText(),
        row.path("model_permaslug").asText(),
        row.path("provider_name").asText(""),
        Amounts.usd(row.path("usage")),
        Amounts.usd(row.path("byok_usage_inference")),
        row.path("requests").asLong(),
        row.path("prompt_tokens").asLong(),
        row.path("completion_tokens").asLong(),
        row.path("reasoning_tokens").asLong());
  }
}
