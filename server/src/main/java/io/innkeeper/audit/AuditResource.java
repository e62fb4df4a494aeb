package io.innkeeper.audit;

import static io.innkeeper.caller.Role.VIEWER;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.innkeeper.client.AuditLineView;
import io.innkeeper.client.AuditVerification;
import io.innkeeper.client.Json;
import io.innkeeper.client.Page;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.PageRequest;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The audit for programs: {@code /api/v1/audit}. */
public final class AuditResource {
  private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

  private final AuditTrail trail;

  public AuditResource(AuditTrail trail) {
    this.trail = trail;
  }

  public void hang(Routes routes) {
    routes.api(
        "GET",
        "/api/v1/audit",
        VIEWER,
        "Lists audit lines, newest first; filters who, verb, subject, result, from, to.",
        TypeOf.page(AuditLineView.class),
        this::list);
    routes.api(
        "GET",
        "/api/v1/audit/verification",
        VIEWER,
        "Checks the whole chain; ?lines=&hash= of an earlier answer are checked too.",
        AuditVerification.class,
        this::verify);
  }

  /** Reads the filters of a request; the console uses the same. */
  public static AuditFilter filter(Call call) {
    return new AuditFilter(
        call.query("who"),
        call.query("verb"),
        call.query("subject"),
        call.query("result"),
        call.query("from").map(text -> instant("from", text)),
        call.query("to").map(text -> instant("to", text)));
  }

  private Page<AuditLineView> list(Call call) {
    AuditFilter filter = filter(call);
    PageRequest page = call.page();
    Optional<Long> before = page.after().map(text -> number("cursor", text));
    List<AuditLine> found = trail.lines(filter, before, page.limit() + 1);
    List<AuditLineView> items =
        found.stream().limit(page.limit()).map(AuditResource::view).toList();
    String next =
        found.size() > items.size()
            ? PageRequest.cursorAfter(Long.toString(items.getLast().seq()))
            : null;
    return new Page<>(items, next, trail.count(filter));
  }

  private AuditVerification verify(Call call) {
    Optional<Verification.Whole> receipt =
        call.query("lines")
            .map(
                text ->
                    new Verification.Whole(number("lines", text), call.query("hash").orElse("")));
    Verification found = receipt.map(trail::verify).orElseGet(trail::verify);
    return switch (found) {
      case Verification.Whole(long lines, String hash) ->
          new AuditVerification(true, lines, hash, null, null);
      case Verification.Broken(long line, String why) ->
          new AuditVerification(false, null, null, line, why);
    };
  }

  private static AuditLineView view(AuditLine line) {
    return new AuditLineView(
        line.seq(),
        line.at(),
        line.actor().name(),
        line.actor().kind().name().toLowerCase(Locale.ROOT),
        line.actor().address(),
        line.actor().requestId(),
        line.verb(),
        line.subject(),
        values(line.before()),
        values(line.after()),
        line.result(),
        line.note(),
        line.hash());
  }

  // A line edited by hand must still be readable here, so that it can be found.
  private static Map<String, Object> values(String json) {
    try {
      return Json.LENIENT.readValue(json, VALUES);
    } catch (JsonProcessingException edited) {
      return Map.of("unreadable", json);
    }
  }

  private static Instant instant(String name, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw Fault.invalidField(
          name, "instant", "“" + name + "” must be a time such as 2026-11-25T08:00:00Z.");
    }
  }

  private static long number(String name, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw Fault.invalidField(name, "number", "“" + name + "” must be a whole number.");
    }
  }
}
