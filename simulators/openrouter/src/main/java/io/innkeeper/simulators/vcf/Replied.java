package io.innkeeper.simulators.vcf;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An answer as it goes out. */
record Replied(int status, String type, byte[] body) {
  static Replied json(int status, JsonNode body) {
    return new Replied(status, "application/json", body.toString().getBytes(UTF_8));
  }

  static Replied none() {
    return new Replied(204, "application/json", new byte[0]);
  }

  static Replied html(int status) {
    return new Replied(
        status,
        "text/html",
        "<html><body><h1>%d Bad Gateway</h1><hr>nginx</body></html>"
            .formatted(status)
            .getBytes(UTF_8));
  }

  /** As the real one refuses: a code, its words, what to do, and a token for its maker. */
  static Replied error(int status, String code, String message, String remedy) {
    ObjectNode node = Asked.JSON.createObjectNode();
    node.put("errorCode", code).put("errorType", status == 400 ? "BAD_REQUEST" : "ERROR");
    node.put("message", message).put("remediationMessage", remedy).put("referenceToken", "K7Q2ZD");
    node.putArray("causes");
    node.putArray("nestedErrors");
    return json(status, node);
  }
}
