package io.innkeeper.simulators.vcf;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who may come in: access tokens that end, refresh tokens that are given back. */
final class Tokens {
  private final Clock clock;
  private final Map<String, Instant> access = new ConcurrentHashMap<>();
  private final Set<String> refresh = ConcurrentHashMap.newKeySet();
  private volatile String password;
  private final String user;
  private volatile long seconds = 3600;
  private volatile List<String> scopes =
      List.of("CREDENTIAL_READ", "CREDENTIAL_WRITE", "OTHER_READ");

  Tokens(Clock clock, String user, String password) {
    this.clock = clock;
    this.user = user;
    this.password = password;
  }

  void live(long life) {
    seconds = life;
  }

  void allow(List<String> only) {
    scopes = List.copyOf(only);
  }

  void password(String other) {
    password = other;
  }

  /** Every access token has ended, before its time. */
  void end() {
    access.clear();
  }

  /** How many have signed in and not out. */
  int open() {
    return refresh.size();
  }

  Replied make(JsonNode spec, int status) {
    boolean right =
        spec.path("username").asText("").equals(user)
            && spec.path("password").asText("").equals(password);
    if (!right)
      return Replied.error(
          status == 201 ? 400 : 401,
          "IDENTITY_INVALID_CREDENTIALS",
          "The user name or password is not valid.",
          "Provide valid credentials and try again.");
    String id = UUID.randomUUID().toString();
    refresh.add(id);
    ObjectNode pair = Asked.JSON.createObjectNode();
    pair.put("accessToken", issue());
    pair.putObject("refreshToken").put("id", id);
    return Replied.json(status, pair);
  }

  Replied renew(JsonNode id) {
    if (!refresh.contains(id.asText("")))
      return Replied.error(404, "TOKEN_NOT_FOUND", "The refresh token is not known.", "Log in.");
    return Replied.json(200, TextNode.valueOf(issue()));
  }

  Replied back(JsonNode id) {
    refresh.remove(id.asText(""));
    return Replied.none();
  }

  boolean known(Optional<String> bearer) {
    return bearer
        .filter(text -> text.startsWith("Bearer "))
        .map(text -> access.get(text.substring("Bearer ".length())))
        .filter(end -> clock.instant().isBefore(end))
        .isPresent();
  }

  boolean allows(String scope) {
    return scopes.contains(scope);
  }

  private String issue() {
    Instant now = clock.instant();
    Instant end = now.plusSeconds(seconds);
    ObjectNode claims = Asked.JSON.createObjectNode();
    claims.put("iat", now.getEpochSecond()).put("exp", end.getEpochSecond());
    claims.put("sub", user).put("iss", "vcf-auth").put("aud", "sddc-services");
    claims.put("jti", UUID.randomUUID().toString());
    scopes.forEach(claims.putArray("scope")::add);
    String token = part("{\"alg\":\"HS256\"}") + "." + part(claims.toString()) + ".Zml4";
    access.put(token, end);
    return token;
  }

  private static String part(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
