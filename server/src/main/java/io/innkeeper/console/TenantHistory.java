package io.innkeeper.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.audit.AuditFilter;
import io.innkeeper.audit.AuditLine;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.client.Json;
import io.innkeeper.console.view.Event;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.tenant.Tenant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What was done to a tenant, told from the audit, newest first. */
final class TenantHistory {
  private static final int PER_READ = 60;
  private static final int MOST_NAMED = 2;
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("tenant.open", "opened it"),
          Map.entry("tenant.start", "started it"),
          Map.entry("tenant.stop", "stopped it"),
          Map.entry("tenant.restart", "restarted it"),
          Map.entry("tenant.recreate", "made a new container"),
          Map.entry("tenant.remove", "removed its container"),
          Map.entry("tenant.erase", "began to erase it"),
          Map.entry("tenant.adopt", "adopted it"),
          Map.entry("tenant.mend", "mended it"),
          Map.entry("tenant.port", "gave it another port"),
          Map.entry("tenant.first-admin.show", "looked at the first admin’s password"));

  private final AuditTrail audit;
  private final Moments moments;

  /** Some events, and where the earlier ones begin; empty at the end. */
  record Told(List<Event> events, Optional<Long> earlier) {}

  TenantHistory(AuditTrail audit, Moments moments) {
    this.audit = audit;
    this.moments = moments;
  }

  Told told(Tenant tenant, Optional<Long> before, int most) {
    List<AuditLine> lines = new ArrayList<>(read("tenant " + tenant.slug(), before, most));
    read(tenant.subject(), before, most).stream()
        .filter(line -> !line.verb().equals("job.finished"))
        .forEach(lines::add);
    lines.sort(Comparator.comparingLong(AuditLine::seq).reversed());
    List<AuditLine> shown = lines.stream().limit(most).toList();
    boolean more = lines.size() > shown.size();
    return new Told(
        shown.stream().map(this::event).toList(),
        more ? Optional.of(shown.getLast().seq()) : Optional.empty());
  }

  /** One line more than wanted, so that it shows whether there are earlier ones. */
  private List<AuditLine> read(String subject, Optional<Long> before, int most) {
    List<AuditLine> exact = new ArrayList<>();
    Optional<Long> at = before;
    while (exact.size() <= most) {
      // The audit searches for parts: “tenant brzoza” is also in “tenant brzoza-podatki”.
      List<AuditLine> lines = audit.lines(filter(subject), at, PER_READ);
      lines.stream().filter(line -> line.subject().equals(subject)).forEach(exact::add);
      if (lines.size() < PER_READ) break;
      at = Optional.of(lines.getLast().seq());
    }
    return exact;
  }

  private static AuditFilter filter(String subject) {
    return new AuditFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.of(subject),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Event event(AuditLine line) {
    Sentence who = Sentence.NONE.strong(line.actor().name());
    return new Event(moments.time(line.at()), who.plain(" " + words(line)));
  }

  /** What was done, said of “it”. */
  static String words(AuditLine line) {
    if (line.verb().equals("tenant.change")) return "changed " + changed(line);
    if (line.verb().startsWith("job.")) return "– " + TenantReasons.ended(line.note());
    String words = WORDS.getOrDefault(line.verb(), line.verb());
    boolean tells = line.verb().equals("tenant.mend") && !line.note().isEmpty();
    return tells ? words + ": " + line.note() : words;
  }

  /** “memory 2 GiB → 3 GiB”, or the names when there are many. */
  private static String changed(AuditLine line) {
    JsonNode before = json(line.before());
    JsonNode after = json(line.after());
    TreeSet<String> names = new TreeSet<>();
    before.fieldNames().forEachRemaining(names::add);
    after.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty()) return "nothing that shows";
    if (names.size() > MOST_NAMED) return String.join(", ", names);
    return String.join(
        "; ",
        names.stream()
            .map(name -> name + " " + value(before, name) + " → " + value(after, name))
            .toList());
  }

  private static String value(JsonNode values, String name) {
    String text = values.path(name).asText();
    return text.isEmpty() ? "not set" : text;
  }

  private static JsonNode json(String text) {
    try {
      return Json.LENIENT.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the audit keeps values as JSON", e);
    }
  }
}
