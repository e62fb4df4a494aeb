package io.innkeeper.simulators.openrouter;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one model costs; read on its own, so that it can judge other readings. */
final class Tariff {
  private final Map<String, BigDecimal> usual;
  private final List<JsonNode> overrides = new ArrayList<>();
  private final BigDecimal share;

  Tariff(JsonNode pricing) {
    usual = prices(pricing);
    pricing.path("overrides").forEach(overrides::add);
    JsonNode discount = pricing.path("discount");
    share = discount.isMissingNode() ? ONE : ONE.subtract(new BigDecimal(discount.asText()));
  }

  /** The bill of one call; images are those in the prompt. */
  Spend bill(Counted counted, Instant at, Behaviour behaviour) {
    Map<String, BigDecimal> price = at(counted.prompt(), at);
    long fresh = counted.prompt() - counted.cached() - counted.written();
    BigDecimal prompt =
        times(price, "prompt", fresh)
            .add(times(price, "input_cache_read", counted.cached()))
            .add(times(price, "input_cache_write", counted.written()))
            .add(times(price, "image", counted.images()))
            .add(price.getOrDefault("request", ZERO));
    BigDecimal completion = times(price, "completion", counted.completion());
    BigDecimal upstream = prompt.add(completion);
    return new Spend(
        counted.prompt(),
        counted.completion(),
        counted.cached(),
        counted.written(),
        counted.reasoning(),
        behaviour.text(Word.COST).orElseGet(() -> cost(upstream, behaviour)),
        prompt,
        completion,
        upstream,
        behaviour.is(Word.BYOK));
  }

  private String cost(BigDecimal upstream, Behaviour behaviour) {
    if (!behaviour.is(Word.BYOK)) return JsText.number(upstream.multiply(share));
    boolean fee = behaviour.text(Word.BYOK).orElse("").equals("fee");
    return fee ? JsText.number(upstream.multiply(new BigDecimal("0.05"))) : "0";
  }

  private Map<String, BigDecimal> at(long promptTokens, Instant at) {
    if (overrides.isEmpty()) return usual;
    Map<String, BigDecimal> now = new HashMap<>(usual);
    OffsetDateTime utc = at.atOffset(ZoneOffset.UTC);
    int clock = utc.getHour() * 100 + utc.getMinute();
    for (JsonNode override : overrides) {
      if (promptTokens <= override.path("min_prompt_tokens").asLong(-1)) continue;
      if (override.has("utc_start")
          && !within(clock, override.path("utc_start").asInt(), override.path("utc_end").asInt())) {
        continue;
      }
      now.putAll(prices(override));
    }
    return now;
  }

  private static boolean within(int clock, int start, int end) {
    return start <= end ? clock >= start && clock < end : clock >= start || clock < end;
  }

  private static Map<String, BigDecimal> prices(JsonNode pricing) {
    Map<String, BigDecimal> prices = new HashMap<>();
    pricing
        .properties()
        .forEach(
            one -> {
              // A router's -1 stands for a price that varies; the stand-in takes nothing.
              if (one.getValue().isTextual()) {
                prices.put(one.getKey(), new BigDecimal(one.getValue().asText()).max(ZERO));
              }
            });
    return prices;
  }

  /** Without a price of its own a cached token costs as much as a fresh one. */
  private static BigDecimal times(Map<String, BigDecimal> price, String part, long count) {
    if (count == 0) return ZERO;
    BigDecimal each = price.get(part);
    if (each == null && part.startsWith("input_cache")) each = price.get("prompt");
    return each == null ? ZERO : each.multiply(BigDecimal.valueOf(count));
  }
}
