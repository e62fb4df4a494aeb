package io.innkeeper.simulators.vcf;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Operations on passwords: each is a task that takes as many looks as it is told to, then succeeds
 * or fails. A failed one blocks others until it is retried or cancelled.
 */
public final class Tasks {
  private final Vault vault;
  private final Clock clock;
  private final Map<String, Task> all = new LinkedHashMap<>();
  private int looks = 2;
  private Optional<String> failing = Optional.empty();
  private Optional<String> failingHost = Optional.empty();
  private boolean nameless;

  private static final class Task {
    private final String id = UUID.randomUUID().toString();
    private final String created;
    private JsonNode spec;
    private int left;
    private String status = "IN_PROGRESS";
    private Optional<String> error = Optional.empty();
    private Optional<String> failing;
    private Optional<String> failingHost = Optional.empty();
    private final Set<JsonNode> done = new HashSet<>();

    Task(JsonNode spec, int left, Optional<String> failing, String created) {
      this.spec = spec;
      this.left = left;
      this.failing = failing;
      this.created = created;
    }
  }

  Tasks(Vault vault, Clock clock) {
    this.vault = vault;
    this.clock = clock;
  }

  /** How often a task is looked at before it has ended. */
  public synchronized void take(int polls) {
    looks = polls;
  }

  /** Whatever still runs has ended when it is looked at next. */
  public synchronized void finish() {
    all.values().forEach(task -> task.left = 1);
  }

  /** The next task fails with these words. */
  public synchronized void failNext(String message) {
    failing = Optional.of(message);
  }

  /** The next task fails with these words at one host and succeeds at the others. */
  public synchronized void failNextAt(String host, String message) {
    failing = Optional.of(message);
    failingHost = Optional.of(host);
  }

  /** From now on no task says what it is about. */
  public synchronized void nameNobody() {
    nameless = true;
  }

  synchronized Replied order(JsonNode spec) {
    if (all.values().stream().anyMatch(one -> !one.status.equals("SUCCESSFUL") && !ended(one)))
      return busy();
    Optional<Replied> refusal = refusal(spec);
    if (refusal.isPresent()) return refusal.get();
    Task task = new Task(spec, looks, failing, clock.instant().toString());
    task.failingHost = failingHost;
    failing = Optional.empty();
    failingHost = Optional.empty();
    all.put(task.id, task);
    return Replied.json(202, shown(task, false));
  }

  private static boolean ended(Task task) {
    return task.status.equals("USER_CANCELLED");
  }

  private static Replied busy() {
    return Replied.error(
        400,
        "PASSWORD_OPERATION_IN_PROGRESS",
        "Another password operation is running or has failed.",
        "Wait for it, retry it or cancel it.");
  }

  private Optional<Replied> refusal(JsonNode spec) {
    for (JsonNode element : spec.path("elements"))
      for (JsonNode credential : element.path("credentials")) {
        Optional<ObjectNode> one = vault.named(element, credential);
        if (one.isEmpty()) {
          String name = element.path("resourceName").asText(element.path("resourceId").asText(""));
          return Optional.of(
              Replied.error(
                  400,
                  "ENTITY_NOT_FOUND",
                  "Entity name " + name + " not found.",
                  "Use a valid entity name."));
        }
        boolean service = one.get().path("accountType").asText("").equals("SERVICE");
        if (service && spec.path("operationType").asText("").equals("UPDATE"))
          return Optional.of(
              Replied.error(
                  400,
                  "SERVICE_ACCOUNT_UPDATE",
                  "The password of a service account can't be set.",
                  "Rotate it."));
      }
    return Optional.empty();
  }

  synchronized Replied look(String id) {
    Task task = all.get(id);
    if (task == null) return unknown(id);
    if (task.status.equals("IN_PROGRESS") && --task.left <= 0) end(task);
    return Replied.json(200, shown(task, true));
  }

  synchronized Replied list() {
    ObjectNode page = Asked.JSON.createObjectNode();
    ArrayNode elements = page.putArray("elements");
    new ArrayList<>(all.values()).reversed().forEach(task -> elements.add(shown(task, true)));
    return Replied.json(200, page);
  }

  synchronized Replied retry(String id, JsonNode spec) {
    Task task = all.get(id);
    if (task == null) return unknown(id);
    if (!task.status.equals("FAILED")) return notFailed();
    task.spec = spec;
    task.left = looks;
    task.status = "IN_PROGRESS";
    task.error = Optional.empty();
    task.failing = failing;
    task.failingHost = failingHost;
    failing = Optional.empty();
    failingHost = Optional.empty();
    return Replied.json(202, shown(task, false));
  }

  synchronized Replied cancel(String id) {
    Task task = all.get(id);
    if (task == null) return unknown(id);
    if (!task.status.equals("FAILED")) return notFailed();
    task.status = "USER_CANCELLED";
    return Replied.json(202, shown(task, false));
  }

  private void end(Task task) {
    String operation = task.spec.path("operationType").asText("");
    for (JsonNode element : task.spec.path("elements")) {
      if (failsAt(task, element)) continue;
      for (JsonNode credential : element.path("credentials"))
        if (task.done.add(credential(element, credential)))
          vault
              .named(element, credential)
              .ifPresent(one -> change(operation, one, task, credential));
    }
    task.error = task.failing;
    task.status = task.failing.isPresent() ? "FAILED" : "SUCCESSFUL";
  }

  private static boolean failsAt(Task task, JsonNode element) {
    if (task.failing.isEmpty()) return false;
    return task.failingHost.isEmpty()
        || task.failingHost.get().equals(element.path("resourceName").asText(""));
  }

  /** What it is about, without a password. */
  private static JsonNode credential(JsonNode element, JsonNode credential) {
    return Asked.JSON
        .createObjectNode()
        .put("host", element.path("resourceName").asText(element.path("resourceId").asText("")))
        .put("type", element.path("resourceType").asText("") + credential.path("credentialType"))
        .put("username", credential.path("username").asText(""));
  }

  private void change(String operation, ObjectNode one, Task task, JsonNode credential) {
    if (operation.equals("UPDATE_AUTO_ROTATE_POLICY")) {
      JsonNode policy = task.spec.path("autoRotatePolicy");
      vault.policy(
          one,
          policy.path("enableAutoRotatePolicy").asBoolean(),
          policy.path("frequencyInDays").asInt(30));
      return;
    }
    boolean given = credential.hasNonNull("password");
    vault.rotate(one, given ? Optional.of(credential.path("password").asText()) : Optional.empty());
  }

  private ObjectNode shown(Task task, boolean whole) {
    ObjectNode node = Asked.JSON.createObjectNode();
    String operation = task.spec.path("operationType").asText("");
    node.put("id", task.id).put("name", operation + " passwords").put("type", operation);
    node.put("status", task.status).put("creationTimestamp", task.created);
    if (!whole) return node;
    node.put("isAutoRotate", false);
    ArrayNode parts = node.putArray("subTasks");
    if (!nameless)
      for (JsonNode element : task.spec.path("elements"))
        for (JsonNode credential : element.path("credentials"))
          parts.add(part(task, element, credential));
    node.putArray("errors");
    return node;
  }

  private static ObjectNode part(Task task, JsonNode element, JsonNode credential) {
    ObjectNode part = Asked.JSON.createObjectNode();
    part.put(
        "id",
        UUID.nameUUIDFromBytes((task.id + element + credential.path("username")).getBytes(UTF_8))
            .toString());
    part.set("resourceName", element.path("resourceName"));
    part.put("name", "Prevalidation").put("description", "Prevalidation of the request");
    boolean done = task.done.contains(credential(element, credential));
    String status = task.status.equals("FAILED") && done ? "SUCCESSFUL" : task.status;
    part.put("creationTimestamp", task.created).put("status", status);
    part.set("entityType", element.path("resourceType"));
    part.set("username", credential.path("username"));
    part.set("credentialType", credential.path("credentialType"));
    if (credential.hasNonNull("password")) part.set("newPassword", credential.path("password"));
    ArrayNode errors = part.putArray("errors");
    Optional<String> error = done ? Optional.empty() : task.error;
    error.ifPresent(
        words ->
            errors
                .addObject()
                .put("errorCode", "PREVALIDATION_FAILED")
                .put("message", words)
                .put("remediationMessage", "Mend it and retry the task.")
                .put("referenceToken", "Q9ZT7B"));
    return part;
  }

  private static Replied unknown(String id) {
    return Replied.error(404, "TASK_NOT_FOUND", "There is no task " + id + ".", "Use a valid id.");
  }

  private static Replied notFailed() {
    return Replied.error(
        400, "TASK_NOT_FAILED", "Only a failed task can be retried or cancelled.", "Wait for it.");
  }
}
