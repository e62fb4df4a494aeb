package io.innkeeper.simulators.vcf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Looks when passwords end, in two questions: it is ordered, then asked for. What a look finds is
 * in the list of credentials from then on.
 */
public final class Expirations {
  private final Vault vault;
  private final Clock clock;
  private final Map<String, JsonNode> ordered = new HashMap<>();
  private final Map<String, Integer> looked = new HashMap<>();
  private final Map<String, String> ends = new HashMap<>();
  private final Map<String, String> broken = new HashMap<>();
  private int looks = 1;
  private boolean failing;

  Expirations(Vault vault, Clock clock) {
    this.vault = vault;
    this.clock = clock;
  }

  /** When the product itself says that a password ends; {@code never} where it says that. */
  public synchronized void ends(String credential, String when) {
    ends.put(credential, when);
  }

  /** It can't look at one, and says why. */
  public synchronized void cannot(String credential, String why) {
    broken.put(credential, why);
  }

  /** How often it answers that it still looks. */
  public synchronized void take(int times) {
    looks = times;
  }

  /** Whole looks fail from now on. */
  public synchronized void fail(boolean all) {
    failing = all;
  }

  synchronized Replied order(JsonNode spec) {
    String id = UUID.randomUUID().toString();
    ordered.put(id, spec);
    return Replied.json(
        202, Asked.JSON.createObjectNode().put("id", id).put("status", "IN_PROGRESS"));
  }

  synchronized Replied look(String id) {
    JsonNode spec = ordered.get(id);
    if (spec == null)
      return Replied.error(404, "NOT_FOUND", "There is no such request.", "Order one.");
    ObjectNode node = Asked.JSON.createObjectNode().put("id", id);
    if (looked.merge(id, 1, Integer::sum) <= looks)
      return Replied.json(200, node.put("status", "IN_PROGRESS"));
    node.put("status", failing ? "FAILED" : "COMPLETED");
    ArrayNode elements = node.putArray("elements");
    String type = spec.path("resourceType").asText("");
    for (JsonNode wanted : spec.path("credentialIds"))
      vault
          .find(wanted.asText(""))
          .filter(one -> one.at("/resource/resourceType").asText("").equals(type))
          .ifPresent(one -> add(elements, one));
    return Replied.json(200, node);
  }

  private void add(ArrayNode elements, ObjectNode one) {
    String id = one.path("id").asText("");
    ObjectNode element = elements.addObject();
    element.set("id", one.path("id"));
    element.set("username", one.path("username"));
    element.set("resource", one.path("resource"));
    String why = failing ? "The look failed." : broken.get(id);
    if (why != null) {
      element
          .putArray("errors")
          .addObject()
          .put("errorCode", "PASSWORD_EXPIRY_FETCH_FAILED")
          .put("message", why)
          .put("referenceToken", "X2EP1R");
      return;
    }
    if (ends.containsKey(id)) write(one, ends.get(id));
    if (one.has("expiry")) element.set("expiry", one.path("expiry"));
  }

  private void write(ObjectNode one, String end) {
    ObjectNode expiry = one.putObject("expiry");
    Instant now = clock.instant();
    expiry.put("lastCheckedDate", now.toString()).put("connectivityStatus", "ACTIVE");
    if (end.equals("never")) {
      expiry.put("status", "ACTIVE");
      return;
    }
    Duration left = Duration.between(now, Instant.parse(end));
    String status =
        left.isNegative()
            ? "EXPIRED"
            : left.compareTo(Duration.ofDays(30)) < 0 ? "EXPIRING" : "ACTIVE";
    expiry.put("expiryDate", end).put("status", status);
  }
}
