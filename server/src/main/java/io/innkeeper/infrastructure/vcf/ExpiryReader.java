package io.innkeeper.infrastructure.vcf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.innkeeper.client.Json;
import io.innkeeper.fault.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Has an SDDC Manager look when passwords end: ordered for each resource type, then asked for until
 * it has looked, because it goes to the products itself.
 */
final class ExpiryReader {
  private static final String TRIED = "ask when passwords end";
  private static final String PLACE = "/v1/credentials/expirations";
  private static final Duration PAUSE = Duration.ofSeconds(3);
  private static final Duration USUAL_WAIT = Duration.ofMinutes(10);

  /** At three seconds each, more than it takes to look at every product of a large site. */
  private static final int MOST_LOOKS = 200;

  private final Session session;
  private final List<ToldExpiry> told = new ArrayList<>();
  private final List<String> gaps = new ArrayList<>();

  ExpiryReader(Session session) {
    this.session = session;
  }

  ExpiryReading read(Map<String, List<String>> ids, Consumer<String> now)
      throws InterruptedException {
    Optional<Fault> last = Optional.empty();
    Optional<Duration> comeBack = Optional.empty();
    for (Map.Entry<String, List<String>> one : ids.entrySet()) {
      now.accept("Looking at %d accounts of %s".formatted(one.getValue().size(), one.getKey()));
      try {
        of(one.getKey(), one.getValue());
      } catch (Fault e) {
        if (!about(e)) throw e;
        last = Optional.of(e);
        gaps.add(one.getKey() + ": " + e.said());
        if (e.code().equals("vcf-throttled")) {
          comeBack = Optional.of(later(e));
          break;
        }
      }
    }
    if (told.isEmpty() && last.isPresent()) throw last.get();
    return new ExpiryReading(told, gaps, comeBack);
  }

  private void of(String type, List<String> ids) throws InterruptedException {
    ObjectNode spec = Json.LENIENT.createObjectNode().put("resourceType", type);
    ArrayNode wanted = spec.putArray("credentialIds");
    ids.forEach(wanted::add);
    JsonNode answer = session.send(TRIED, "POST", PLACE, spec);
    String id = answer.path("id").asText("");
    for (int look = 0; running(answer); look++) {
      if (id.isEmpty()) throw session.troubles().notJson(TRIED);
      if (look == MOST_LOOKS) throw session.troubles().tooLate();
      session.rest(PAUSE);
      answer = session.get(TRIED, PLACE + "/" + id);
    }
    take(type, answer, ids);
  }

  /** The words of its tasks come in any case, with blanks or without. */
  private static boolean running(JsonNode answer) {
    String status = answer.path("status").asText("").replaceAll("[ _-]", "");
    return status.equalsIgnoreCase("INPROGRESS") || status.equalsIgnoreCase("PENDING");
  }

  private void take(String type, JsonNode answer, List<String> ids) {
    int before = told.size();
    int wrong = 0;
    for (JsonNode element : answer.path("elements")) {
      String id = element.path("id").asText("").strip();
      if (!ids.contains(id)) continue;
      String said = session.heard(element.at("/errors/0/message").asText(""));
      if (!element.path("errors").isEmpty()) {
        if (wrong++ == 0) gaps.add(type + ": " + (said.isEmpty() ? "it could not look." : said));
        continue;
      }
      told.add(new ToldExpiry(id, CredentialJson.expiry(element.path("expiry"))));
    }
    int silent = ids.size() - wrong - (told.size() - before);
    if (silent > 0) gaps.add(type + ": it said nothing about " + silent + " of them.");
  }

  /** What concerns this one question; other types may still be answered. */
  private static boolean about(Fault fault) {
    return fault.code().startsWith("vcf-error-")
        || List.of("vcf-throttled", "vcf-no-such-address", "vcf-timed-out", "vcf-not-json")
            .contains(fault.code());
  }

  private static Duration later(Fault throttled) {
    Object told = throttled.details().get("retryAfterSeconds");
    return told instanceof Long seconds && seconds > 0 ? Duration.ofSeconds(seconds) : USUAL_WAIT;
  }
}
