package io.innkeeper.simulators.vcf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a stand-in for VCF Installer has installed, with the specifications. */
public final class Installations {
  private final Map<String, ObjectNode> tasks = new LinkedHashMap<>();
  private final Map<String, JsonNode> specs = new LinkedHashMap<>();

  Installations(JsonNode sddcs, JsonNode spec) {
    for (JsonNode task : sddcs.path("elements")) {
      String id = task.path("id").asText();
      tasks.put(id, task.deepCopy());
      specs.put(id, spec.deepCopy());
    }
  }

  /** One more, a copy of the first under other names. */
  public synchronized void add(String id, String domain) {
    ObjectNode task = tasks.values().iterator().next().deepCopy();
    tasks.put(id, task.put("id", id).put("name", domain + " bring-up"));
    String first = specs.values().iterator().next().toString();
    ObjectNode spec = (ObjectNode) Asked.read(first.replace("lab.example", domain + ".example"));
    spec.put("sddcId", domain);
    specs.put(id, spec);
  }

  /** The first once more, made at another time with another password. */
  public synchronized void again(String id, String made, String password, String other) {
    ObjectNode task = tasks.values().iterator().next().deepCopy();
    tasks.put(id, task.put("id", id).put("name", "again").put("creationTimestamp", made));
    String first = specs.values().iterator().next().toString();
    specs.put(id, Asked.read(first.replace(password, other)));
  }

  /** Its specification holds nothing from now on. */
  public synchronized void empty(String id) {
    specs.put(id, Asked.JSON.createObjectNode());
  }

  /** How an installation stands. */
  public synchronized void status(String id, String status) {
    ObjectNode task = tasks.get(id);
    if (task == null) throw new IllegalArgumentException("no installation " + id);
    task.put("status", status);
  }

  synchronized Replied list() {
    ObjectNode page = Asked.JSON.createObjectNode();
    ArrayNode elements = page.putArray("elements");
    tasks.values().forEach(elements::add);
    return Replied.json(200, page);
  }

  synchronized Replied one(String id) {
    ObjectNode task = tasks.get(id);
    return task == null ? unknown(id) : Replied.json(200, task);
  }

  synchronized Replied spec(String id) {
    JsonNode spec = specs.get(id);
    return spec == null ? unknown(id) : Replied.json(200, spec);
  }

  private static Replied unknown(String id) {
    return Replied.error(404, "SDDC_NOT_FOUND", "There is no SDDC " + id + ".", "Use a valid id.");
  }
}
