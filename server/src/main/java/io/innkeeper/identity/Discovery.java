package io.innkeeper.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.client.Json;
import io.innkeeper.fault.Fault;
import io.innkeeper.web.Deadline;
import io.innkeeper.web.OneGet;
import io.innkeeper.web.PublicAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a provider's discovery document as it should be read: over TLS, from an address of the
 * internet, at most so long.
 */
final class Discovery {
  private static final int LONGEST = 256 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Map<String, String> JSON = Map.of("Accept", "application/json");

  private final boolean privateProviders;
  private final Clock clock;

  /**
   * @param privateProviders whether private addresses and plain http are let pass
   */
  Discovery(boolean privateProviders, Clock clock) {
    this.privateProviders = privateProviders;
    this.clock = clock;
  }

  /**
   * What a provider says of itself.
   *
   * @param skew how far its clock is ahead of ours, where it tells the time
   */
  record Document(
      String issuer, List<URI> endpoints, List<String> challenges, Optional<Duration> skew) {}

  /**
   * Fetches and reads it.
   *
   * @throws Fault UPSTREAM saying why it can't be
   */
  Document read(URI at) {
    if (!"https".equals(at.getScheme()) && !privateProviders)
      throw refused(at, "it must begin with https:// so that nobody can change it on the way");
    OneGet.Answer answer = answer(at);
    if (answer.status() != 200)
      throw refused(at, "it answers " + answer.status() + " instead of the document");
    JsonNode tree = tree(at, new String(answer.body(), UTF_8));
    List<URI> endpoints =
        List.of(
            endpoint(at, tree, "authorization_endpoint"),
            endpoint(at, tree, "token_endpoint"),
            endpoint(at, tree, "jwks_uri"));
    List<String> challenges =
        tree.path("code_challenge_methods_supported").isArray()
            ? Json.LENIENT.convertValue(
                tree.path("code_challenge_methods_supported"), new TypeReference<List<String>>() {})
            : List.of();
    return new Document(tree.path("issuer").asText(), endpoints, challenges, skew(answer));
  }

  private OneGet.Answer answer(URI at) {
    Deadline deadline = Deadline.in(PATIENCE);
    try {
      return new OneGet(LONGEST, deadline).of(at, address(at), JSON);
    } catch (IOException e) {
      String why = deadline.over() ? "it takes too long" : e.getMessage();
      throw refused(at, "it can’t be read: " + why).because(e);
    }
  }

  private InetAddress address(URI at) {
    if (at.getHost() == null) throw refused(at, "it names no host");
    try {
      InetAddress[] all = InetAddress.getAllByName(at.getHost().replaceAll("[\\[\\]]", ""));
      if (!privateProviders && !Arrays.stream(all).allMatch(PublicAddress::is))
        throw refused(at, "its name leads to a private address")
            .advising("For a provider inside the house set innkeeper.identity.private-providers.");
      return all[0];
    } catch (UnknownHostException e) {
      throw refused(at, "its name is not known to DNS").because(e);
    }
  }

  private static JsonNode tree(URI at, String body) {
    try {
      JsonNode tree = Json.LENIENT.readTree(body);
      if (tree != null && tree.isObject()) return tree;
    } catch (JsonProcessingException e) {
      throw refused(at, "what it answers is not a discovery document").because(e);
    }
    throw refused(at, "what it answers is not a discovery document");
  }

  private URI endpoint(URI at, JsonNode tree, String name) {
    try {
      URI endpoint = URI.create(tree.path(name).asText());
      boolean fits =
          "https".equals(endpoint.getScheme())
              || (privateProviders && "http".equals(endpoint.getScheme()));
      if (fits && endpoint.getHost() != null) return endpoint;
    } catch (IllegalArgumentException e) {
      throw refused(at, "its " + name + " is no address").because(e);
    }
    throw refused(at, "its " + name + " is not an https address");
  }

  private Optional<Duration> skew(OneGet.Answer answer) {
    try {
      return answer
          .header("date")
          .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
          .map(date -> Duration.between(clock.instant(), Instant.from(date)));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Fault refused(URI at, String why) {
    return Fault.of(
        Fault.Kind.UPSTREAM,
        "discovery-refused",
        "The provider’s discovery document " + at + " was refused: " + why + ".");
  }
}
