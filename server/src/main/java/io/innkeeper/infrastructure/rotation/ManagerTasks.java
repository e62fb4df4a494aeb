package io.innkeeper.infrastructure.rotation;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.vcf.Session;
import io.innkeeper.secret.Secret;
import java.util.ArrayList;
import java.util.List;

/** The tasks of an SDDC Manager, in one session. */
record ManagerTasks(Session session) {
  private static final String ALL = "/v1/credentials/tasks";
  private static final String WRITE = "CREDENTIAL_WRITE";
  private static final int LOOKED_AT = 100;

  /**
   * Demands that credentials may be changed.
   *
   * @throws Fault before anything is sent
   */
  void demandWriting() {
    if (session.allows(WRITE)) return;
    throw Fault.of(
            Fault.Kind.UPSTREAM,
            "vcf-no-write",
            "The user may not change credentials at " + session.party().shown() + ".")
        .advising("Use an account whose role is ADMIN; operators may not manage passwords.");
  }

  /** The latest ones, the newest first. */
  List<Task> latest() throws InterruptedException {
    JsonNode answer = session.get("list its password tasks", ALL + "?limit=" + LOOKED_AT);
    List<Task> all = new ArrayList<>();
    for (JsonNode one : answer.isArray() ? answer : answer.path("elements")) all.add(read(one));
    return all;
  }

  Task one(String id) throws InterruptedException {
    return read(session.get("look at the task", ALL + "/" + id));
  }

  /** Sends an order once; the task that it became. */
  Task order(JsonNode spec) throws InterruptedException {
    return read(session.send("change passwords", "PATCH", "/v1/credentials", spec));
  }

  /** Its errors may quote the passwords that are told with it, also those of an earlier try. */
  private Task read(JsonNode node) {
    for (JsonNode sub : node.path("subTasks"))
      for (String name : List.of("oldPassword", "newPassword"))
        session.hide(Secret.of(sub.path(name).asText("")));
    return Task.read(node, session::heard);
  }

  /** Has a failed one tried again. */
  void retry(String id, JsonNode spec) throws InterruptedException {
    JsonNode _ = session.send("retry the task", "PATCH", ALL + "/" + id, spec);
  }

  /** Ends a failed one. */
  void cancel(String id) throws InterruptedException {
    session.delete("cancel the task", ALL + "/" + id);
  }
}
