package io.innkeeper.infrastructure.rotation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A task as SDDC Manager tells it. The passwords that it tells with it are not read.
 *
 * @param type the operation, in its word
 * @param automatic whether it began by itself
 * @param errors of the whole
 */
record Task(
    String id, String type, Status status, boolean automatic, List<Sub> subs, List<String> errors) {
  private static final int LONGEST = 300;

  Task {
    subs = List.copyOf(subs);
    errors = List.copyOf(errors);
  }

  /** Where it stands; versions write the same in different ways. */
  enum Status {
    RUNNING,
    SUCCESSFUL,
    FAILED,
    CANCELLED;

    static Status of(String word) {
      return switch (word.toUpperCase(Locale.ROOT).replace(' ', '_')) {
        case "SUCCESSFUL",
            "COMPLETED",
            "COMPLETED_WITH_SUCCESS",
            "COMPLETED_WITH_WARNING",
            "SKIPPED" ->
            SUCCESSFUL;
        case "FAILED", "INCONSISTENT", "COMPLETED_WITH_FAILURE", "PREVALIDATION_FAILED" -> FAILED;
        case "USER_CANCELLED", "CANCELLED" -> CANCELLED;
        // PENDING, IN_PROGRESS, and what a later version may add.
        default -> RUNNING;
      };
    }
  }

  /** What it does with one account. */
  record Sub(
      String host,
      String resourceType,
      String username,
      String credentialType,
      String name,
      Status status,
      List<String> errors) {
    Sub {
      errors = List.copyOf(errors);
    }
  }

  /**
   * Reads one.
   *
   * @param heard gives its words as they may be kept: they may quote a password
   */
  static Task read(JsonNode node, UnaryOperator<String> heard) {
    List<Sub> subs = new ArrayList<>();
    for (JsonNode sub : node.path("subTasks"))
      subs.add(
          new Sub(
              text(sub, "resourceName"),
              text(sub, "entityType"),
              text(sub, "username"),
              text(sub, "credentialType"),
              heard.apply(sub.path("name").asText("")),
              Status.of(text(sub, "status")),
              errors(sub, heard)));
    return new Task(
        text(node, "id"),
        text(node, "type"),
        Status.of(text(node, "status")),
        node.path("isAutoRotate").asBoolean(false),
        subs,
        errors(node, heard));
  }

  boolean ended() {
    return status != Status.RUNNING;
  }

  /** How far it is: “1 of 3 accounts done”. */
  String words() {
    if (subs.isEmpty()) return ended() ? "" : "SDDC Manager works on it";
    long done = subs.stream().filter(sub -> sub.status() == Status.SUCCESSFUL).count();
    String all = "%d of %d parts done".formatted(done, subs.size());
    Optional<Sub> now = subs.stream().filter(sub -> sub.status() == Status.RUNNING).findFirst();
    return now.map(sub -> all + "; " + sub.name() + ", " + sub.username() + " on " + sub.host())
        .orElse(all);
  }

  /** What went wrong, its own words. */
  List<String> wrong() {
    List<String> all = new ArrayList<>(errors);
    for (Sub sub : subs) {
      if (sub.status() != Status.FAILED) continue;
      String whose = sub.username() + " on " + sub.host() + ": ";
      if (sub.errors().isEmpty()) all.add(whose + sub.name() + " failed.");
      for (String error : sub.errors()) all.add(whose + error);
    }
    return all;
  }

  private static List<String> errors(JsonNode of, UnaryOperator<String> heard) {
    List<String> all = new ArrayList<>();
    for (JsonNode error : of.path("errors")) {
      // Heard before it is cut: half a password is hidden by nothing.
      String message = heard.apply(error.path("message").asText(""));
      if (message.isEmpty()) message = text(error, "errorCode");
      String remedy = heard.apply(error.path("remediationMessage").asText(""));
      String reference = heard.apply(error.path("referenceToken").asText(""));
      all.add(
          message
              + (reference.isEmpty() ? "" : " (" + reference + ")")
              + (remedy.isEmpty() ? "" : " " + remedy));
    }
    return all;
  }

  private static String text(JsonNode node, String name) {
    String one = node.path(name).asText("").replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
    return one.length() > LONGEST ? one.substring(0, LONGEST) + "…" : one;
  }
}
