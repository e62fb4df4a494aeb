package io.innkeeper.simulators.vcf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The credentials that a stand-in for SDDC Manager holds. All access is one at a time. */
public final class Vault {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

  private final Product product;
  private final Clock clock;
  private final List<ObjectNode> all = new ArrayList<>();
  private boolean showing = true;

  Vault(Product product, Clock clock, JsonNode fixture) {
    this.product = product;
    this.clock = clock;
    for (JsonNode one : fixture.path("elements")) all.add(one.deepCopy());
  }

  /** Another password, as after a rotation or by somebody at the product itself. */
  public synchronized void password(String id, String password) {
    ObjectNode one = demand(id);
    one.put("password", password);
    one.put("modificationTimestamp", clock.instant().toString());
  }

  /** Told without a password from now on. */
  public synchronized void hide(String id) {
    demand(id).remove("password");
  }

  /** Whether passwords are told at all. */
  public synchronized void show(boolean passwords) {
    showing = passwords;
  }

  /** Its list says nothing about the ends of passwords from now on. */
  public synchronized void forgetEnds() {
    for (ObjectNode one : all) one.remove("expiry");
  }

  /** Another name of its host. */
  public synchronized void rename(String id, String host) {
    ((ObjectNode) demand(id).path("resource")).put("resourceName", host);
  }

  /** The same account under another id, as after it was taken in anew. */
  public synchronized void reidentify(String id, String other) {
    demand(id).put("id", other);
  }

  /** Another resource of the same name, with an account of the same user and another password. */
  public synchronized void twin(String id, String other, String type, String password) {
    ObjectNode one = demand(id).deepCopy();
    one.put("id", other).put("password", password);
    ((ObjectNode) one.path("resource")).put("resourceId", other).put("resourceType", type);
    all.add(one);
  }

  public synchronized void remove(String id) {
    all.remove(demand(id));
  }

  public synchronized void clear() {
    all.clear();
  }

  /** So many more, each on a host of its own. */
  public synchronized void grow(int more) {
    for (int number = 0; number < more; number++) {
      ObjectNode one = all.getFirst().deepCopy();
      one.put("id", new UUID(99, all.size()).toString());
      one.put("password", generated());
      ((ObjectNode) one.path("resource"))
          .put("resourceName", "grown-esx%05d.lab.example".formatted(all.size()));
      all.add(one);
    }
  }

  public synchronized String password(String id) {
    return demand(id).path("password").asText("");
  }

  public synchronized int size() {
    return all.size();
  }

  synchronized Optional<ObjectNode> find(String id) {
    return all.stream().filter(one -> one.path("id").asText().equals(id)).findFirst();
  }

  /** The account that an operation names: by host or resource id, type and user. */
  synchronized Optional<ObjectNode> named(JsonNode element, JsonNode credential) {
    return all.stream()
        .filter(one -> same(one.path("resource"), element, credential, one))
        .findFirst();
  }

  private static boolean same(
      JsonNode resource, JsonNode element, JsonNode credential, ObjectNode one) {
    String name = element.path("resourceName").asText("");
    boolean host =
        name.isEmpty()
            ? resource.path("resourceId").asText("").equals(element.path("resourceId").asText("?"))
            : resource.path("resourceName").asText("").equals(name);
    return host
        && resource.path("resourceType").asText("").equals(element.path("resourceType").asText(""))
        && one.path("username").asText("").equals(credential.path("username").asText(""))
        && (!credential.has("credentialType")
            || one.path("credentialType").equals(credential.path("credentialType")));
  }

  synchronized void rotate(ObjectNode one, Optional<String> password) {
    one.put("password", password.orElseGet(Vault::generated));
    one.put("modificationTimestamp", clock.instant().toString());
    ObjectNode expiry = one.putObject("expiry");
    expiry.put("expiryDate", clock.instant().plus(Duration.ofDays(90)).toString());
    expiry.put("lastCheckedDate", clock.instant().toString());
    expiry.put("connectivityStatus", "ACTIVE").put("status", "ACTIVE");
  }

  synchronized void policy(ObjectNode one, boolean on, int days) {
    if (!on) {
      one.remove("autoRotatePolicy");
      return;
    }
    ObjectNode policy = one.putObject("autoRotatePolicy");
    policy.put("frequencyInDays", days);
    policy.put("nextSchedule", clock.instant().plus(Duration.ofDays(days)).toString());
  }

  /** A page; a size of 0 means all in one, as for the real one. */
  synchronized JsonNode page(Map<String, String> query) {
    List<ObjectNode> wanted = all.stream().filter(one -> fits(one, query)).toList();
    int size = Integer.parseInt(query.getOrDefault("pageSize", "0"));
    int number = Integer.parseInt(query.getOrDefault("pageNumber", "0"));
    int from = size == 0 ? 0 : Math.min(number * size, wanted.size());
    int to = size == 0 ? wanted.size() : Math.min(from + size, wanted.size());
    ObjectNode page = Asked.JSON.createObjectNode();
    ArrayNode elements = page.putArray("elements");
    wanted.subList(from, to).forEach(one -> elements.add(shown(one)));
    int pages = size == 0 ? 1 : Math.max(1, (wanted.size() + size - 1) / size);
    page.putObject("pageMetadata")
        .put("pageNumber", number)
        .put("pageSize", to - from)
        .put("totalElements", wanted.size())
        .put("totalPages", pages);
    return page;
  }

  synchronized JsonNode shown(ObjectNode one) {
    ObjectNode shown = one.deepCopy();
    if (!showing) shown.remove("password");
    if (product == Product.MANAGER_5) asFiveDoes((ObjectNode) shown.path("resource"));
    return shown;
  }

  /** Domains are one word there, and every resource has an address. */
  private static void asFiveDoes(ObjectNode resource) {
    Iterator<JsonNode> domains = resource.path("domainNames").elements();
    if (domains.hasNext()) resource.put("domainName", domains.next().asText());
    resource.remove("domainNames");
    if (!resource.has("resourceIp")) resource.put("resourceIp", "10.20.0.250");
  }

  private static boolean fits(ObjectNode one, Map<String, String> query) {
    JsonNode resource = one.path("resource");
    return is(query, "resourceName", resource.path("resourceName"))
        && is(query, "resourceType", resource.path("resourceType"))
        && is(query, "domainName", resource.path("domainName"))
        && is(query, "accountType", one.path("accountType"));
  }

  private static boolean is(Map<String, String> query, String name, JsonNode value) {
    return !query.containsKey(name) || value.asText("").equals(query.get(name));
  }

  private ObjectNode demand(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no credential " + id));
  }

  private static String generated() {
    StringBuilder text = new StringBuilder("aB3!");
    while (text.length() < 20) text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    return text.toString();
  }
}
