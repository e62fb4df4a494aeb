package io.innkeeper.infrastructure.vcf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.client.Json;
import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signed in to one source; signs out when closed. Used by one thread. */
public final class Session implements AutoCloseable {
  static final String READ = "CREDENTIAL_READ";

  private static final Logger log = LoggerFactory.getLogger(Session.class);

  /** Of all answers together: an account takes about a thousand. */
  private static final long MOST_BYTES = 256L * 1024 * 1024;

  private static final Duration EARLY = Duration.ofMinutes(2);

  private final Party party;
  private final Wire wire;
  private final Clock clock;
  private final Pauses pauses;
  private final Instant deadline;
  private final int tries;
  private final Troubles troubles;
  private Token token;
  private long taken;

  /**
   * How patiently it is asked.
   *
   * @param patience for all questions together
   * @param tries of each that fails in passing
   */
  record Manner(Clock clock, Pauses pauses, Duration patience, int tries) {}

  private Session(Party party, Wire wire, Manner manner) throws InterruptedException {
    this.party = party;
    this.wire = wire;
    this.clock = manner.clock();
    this.pauses = manner.pauses();
    this.deadline = clock.instant().plus(manner.patience());
    this.tries = manner.tries();
    this.troubles = new Troubles(party);
    this.token = signIn();
  }

  /**
   * Signs in.
   *
   * @throws Fault saying why not
   */
  static Session open(Party party, Wire wire, Manner manner) throws InterruptedException {
    return new Session(party, wire, manner);
  }

  public Party party() {
    return party;
  }

  /** Whether the token says that it allows something; one that says nothing may allow all. */
  public boolean allows(String scope) {
    return token.allows(scope);
  }

  /**
   * Demands that credentials may be read.
   *
   * @throws Fault before a list without passwords is taken for one
   */
  void demandReading() {
    if (!allows(READ)) throw troubles.noScope();
  }

  /**
   * Asks a question.
   *
   * @param tried what it is for, as in “Tried to …”
   */
  public JsonNode get(String tried, String path) throws InterruptedException {
    return ask(tried, "GET", path, Optional.empty());
  }

  /** A question with a body, which is sent only once if it isn't known to have been refused. */
  public JsonNode send(String tried, String method, String path, JsonNode body)
      throws InterruptedException {
    return ask(tried, method, path, Optional.of(text(body)));
  }

  /** Takes something away; whatever a good answer says. */
  public void delete(String tried, String path) throws InterruptedException {
    Answer answer = answered("DELETE", path, Optional.empty());
    if (!answer.good()) throw troubles.of(tried, answer);
  }

  Troubles troubles() {
    return troubles;
  }

  /** Whatever it says from now on, this is not passed on: what is sent may be quoted back. */
  public void hide(Secret secret) {
    troubles.hide(secret);
  }

  /** What it says, as it may be kept and shown. */
  public String heard(String text) {
    return troubles.heard(text);
  }

  private JsonNode ask(String tried, String method, String path, Optional<String> body)
      throws InterruptedException {
    Answer answer = answered(method, path, body);
    if (!answer.good()) throw troubles.of(tried, answer);
    taken += answer.body().length;
    if (taken > MOST_BYTES) throw troubles.tooLarge();
    return answer.json().orElseThrow(() -> troubles.notJson(tried));
  }

  private Answer answered(String method, String path, Optional<String> body)
      throws InterruptedException {
    if (!clock.instant().isBefore(deadline)) throw troubles.tooLate();
    if (token.ends().filter(end -> clock.instant().isAfter(end.minus(EARLY))).isPresent())
      token = renewed();
    Answer answer = entered(method, path, body);
    if (answer.status() == 401) {
      // It ended before its time, or somebody took it back.
      token = renewed();
      answer = entered(method, path, body);
    }
    return answer;
  }

  private Answer entered(String method, String path, Optional<String> body)
      throws InterruptedException {
    Map<String, String> headers = new LinkedHashMap<>(json(body.isPresent()));
    headers.put("Authorization", "Bearer " + token.access().unwrap());
    return patiently(method, path, headers, body);
  }

  private Token signIn() throws InterruptedException {
    Map<String, String> spec =
        Map.of("username", party.username(), "password", party.password().unwrap());
    Answer answer =
        patiently(
            "POST", "/v1/tokens", json(true), Optional.of(text(Json.LENIENT.valueToTree(spec))));
    if (answer.status() == 400 || answer.status() == 403)
      answer = new Answer(401, answer.retryAfter(), answer.body());
    if (!answer.good()) throw troubles.of("sign in", answer);
    JsonNode pair = answer.json().orElseThrow(() -> troubles.notJson("sign in"));
    String access = pair.path("accessToken").asText("");
    if (access.isEmpty()) throw troubles.notJson("sign in");
    Optional<Secret> refresh = refreshOf(pair);
    troubles.hide(Secret.of(access));
    refresh.ifPresent(troubles::hide);
    return Token.of(access, refresh);
  }

  private static Optional<Secret> refreshOf(JsonNode pair) {
    String id = pair.path("refreshToken").path("id").asText("");
    return id.isEmpty() ? Optional.empty() : Optional.of(Secret.of(id));
  }

  /** A new token with the refresh token; where that is no longer known, by signing in anew. */
  private Token renewed() throws InterruptedException {
    if (token.refresh().isEmpty()) return signIn();
    Answer answer =
        patiently(
            "PATCH",
            "/v1/tokens/access-token/refresh",
            json(true),
            token.refresh().map(Session::quoted));
    Optional<String> access =
        answer.good() ? answer.json().map(node -> node.asText("")) : Optional.empty();
    if (access.filter(text -> !text.isEmpty()).isEmpty()) return signIn();
    troubles.hide(Secret.of(access.get()));
    return Token.of(access.get(), token.refresh());
  }

  /** Asks again what failed in passing: never what was answered with a no. */
  private Answer patiently(
      String method, String path, Map<String, String> headers, Optional<String> body)
      throws InterruptedException {
    for (int attempt = 0; ; attempt++) {
      boolean last = attempt + 1 >= tries || !clock.instant().isBefore(deadline);
      Optional<String> asked = Optional.empty();
      try {
        Answer answer = wire.ask(method, path, headers, body);
        if (last || Pauses.tooLong(answer.retryAfter()) || !again(method, path, answer))
          return answer;
        asked = answer.retryAfter();
      } catch (Wire.TooLarge e) {
        throw troubles.tooLarge();
      } catch (IOException | TimeoutException e) {
        Fault fault = troubles.of(e, wire.believing().shown());
        if (last || !repeatable(method, path) || hopeless(fault)) throw fault;
      }
      pause(Pauses.before(attempt, asked));
    }
  }

  /** Waits before it is asked how far something is, within the patience for all questions. */
  public void rest(Duration length) throws InterruptedException {
    pause(length);
  }

  private void pause(Duration length) throws InterruptedException {
    if (clock.instant().plus(length).isAfter(deadline)) throw troubles.tooLate();
    pauses.pause(length);
  }

  private static boolean again(String method, String path, Answer answer) {
    // 429 says that nothing was done; other failures may have done something already.
    return answer.status() == 429 || answer.passing() && repeatable(method, path);
  }

  private static boolean repeatable(String method, String path) {
    return method.equals("GET") || path.startsWith("/v1/tokens");
  }

  private static boolean hopeless(Fault fault) {
    return switch (fault.code()) {
      case "vcf-certificate", "vcf-other-certificate", "vcf-no-tls" -> true;
      default -> false;
    };
  }

  private static Map<String, String> json(boolean body) {
    return body
        ? Map.of("Accept", "application/json", "Content-Type", "application/json")
        : Map.of("Accept", "application/json");
  }

  private static String quoted(Secret id) {
    return text(Json.LENIENT.valueToTree(id.unwrap()));
  }

  private static String text(JsonNode node) {
    try {
      return Json.LENIENT.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree always has a text", e);
    }
  }

  /** Gives the token back; that it can't harms nobody, since it ends by itself. */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    try {
      if (token.refresh().isPresent()) {
        Answer _ =
            wire.ask(
                "DELETE",
                "/v1/tokens/refresh-token",
                json(true),
                token.refresh().map(Session::quoted));
      }
    } catch (IOException | TimeoutException e) {
      log.debug("the token of {} could not be given back: {}", party.shown(), e.getMessage());
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      wire.close();
      if (interrupted) Thread.currentThread().interrupt();
    }
  }
}
