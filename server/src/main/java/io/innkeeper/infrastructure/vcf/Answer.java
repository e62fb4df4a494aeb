package io.innkeeper.infrastructure.vcf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.innkeeper.client.Json;
import java.util.Optional;

/** An answer as it came: its status, when to come again, its body. */
record Answer(int status, Optional<String> retryAfter, byte[] body) {
  boolean good() {
    return status >= 200 && status < 300;
  }

  /** Worth asking again in a moment. */
  boolean passing() {
    return status == 429 || status >= 500;
  }

  /** The body as JSON; nothing if it is something else, for example a proxy's page. */
  Optional<JsonNode> json() {
    try {
      JsonNode node = body.length == 0 ? MissingNode.getInstance() : Json.LENIENT.readTree(body);
      return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    } catch (java.io.IOException e) {
      throw new IllegalStateException("bytes in memory can be read", e);
    }
  }
}
