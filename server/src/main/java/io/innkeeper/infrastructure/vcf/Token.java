package io.innkeeper.infrastructure.vcf;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.client.Json;
import io.innkeeper.secret.Secret;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * With what an API is entered for a while.
 *
 * @param refresh with what a new one is had, and with which it is given back; empty if none came
 * @param ends when it says that it ends
 * @param scopes what it says that it allows; empty if it doesn't say
 */
record Token(
    Secret access, Optional<Secret> refresh, Optional<Instant> ends, Optional<Set<String>> scopes) {

  static Token of(String access, Optional<Secret> refresh) {
    JsonNode claims = claims(access);
    Optional<Instant> ends =
        claims.path("exp").canConvertToLong()
            ? Optional.of(Instant.ofEpochSecond(claims.path("exp").asLong()))
            : Optional.empty();
    return new Token(Secret.of(access), refresh, ends, scopes(claims.path("scope")));
  }

  boolean allows(String scope) {
    return scopes.isEmpty() || scopes.get().contains(scope);
  }

  private static Optional<Set<String>> scopes(JsonNode scope) {
    if (!scope.isArray() && !scope.isTextual()) return Optional.empty();
    Set<String> all = new HashSet<>();
    if (scope.isTextual()) all.addAll(java.util.List.of(scope.asText().strip().split("\\s+", -1)));
    for (JsonNode one : scope) all.add(one.asText());
    return Optional.of(all);
  }

  /** What it says of itself. Nobody's word is taken for it: the API itself checks the signature. */
  private static JsonNode claims(String access) {
    String[] parts = access.split("\\.", -1);
    if (parts.length != 3) return Json.LENIENT.createObjectNode();
    try {
      JsonNode claims = Json.LENIENT.readTree(Base64.getUrlDecoder().decode(parts[1]));
      return claims == null ? Json.LENIENT.createObjectNode() : claims;
    } catch (IOException | IllegalArgumentException e) {
      return Json.LENIENT.createObjectNode();
    }
  }
}
