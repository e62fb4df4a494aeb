package io.innkeeper.cli.env;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A key as the account lists it; its secret is never told again.
 *
 * @param hash names it in further calls
 * @param label its secret, masked
 */
record UpstreamKey(String hash, String name, String label, boolean disabled, SpendingLimit limit) {

  static UpstreamKey read(JsonNode key) {
    return new UpstreamKey(
        key.path("hash").asText(),
        key.path("name").asText(),
        key.path("label").asText(),
        key.path("disabled").asBoolean(),
        limit(key));
  }

  /** The limit of any answer about a key. */
  static SpendingLimit limit(JsonNode key) {
    Optional<BigDecimal> usd =
        Optional.of(key.path("limit")).filter(JsonNode::isNumber).map(JsonNode::decimalValue);
    return new SpendingLimit(usd, Reset.of(key.path("limit_reset").asText("")));
  }
}
