package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.innkeeper.secret.Secret;
import io.innkeeper.usage.EndUser;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The workspace's signed word about who calls: a JWT with HS256 over the tenant's own secret. Other
 * algorithms, other issuers and old words prove nothing.
 */
final class SignedUser {
  private static final String ISSUER = "open-webui";
  private static final long LEEWAY_SECONDS = 60;
  private static final int LONGEST = 8_192;

  private SignedUser() {}

  static Optional<EndUser> verified(String token, Secret secret, Instant now) {
    int first = token.indexOf('.');
    int second = token.indexOf('.', first + 1);
    if (token.length() > LONGEST || first <= 0 || second < 0) return Optional.empty();
    try {
      byte[] given = Base64.getUrlDecoder().decode(token.substring(second + 1));
      byte[] signed = token.substring(0, second).getBytes(UTF_8);
      if (!MessageDigest.isEqual(given, signature(secret, signed))) return Optional.empty();
      if (!"HS256".equals(claims(token.substring(0, first)).algorithm)) return Optional.empty();
      return user(claims(token.substring(first + 1, second)), now);
    } catch (IllegalArgumentException | IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<EndUser> user(Claims claims, Instant now) {
    long seconds = now.getEpochSecond();
    boolean fresh =
        claims.expires + LEEWAY_SECONDS > seconds && claims.issued - LEEWAY_SECONDS <= seconds;
    if (!fresh || !ISSUER.equals(claims.issuer) || claims.subject == null) return Optional.empty();
    if (claims.subject.isBlank()) return Optional.empty();
    String name = claims.name == null ? "" : claims.name;
    String email = claims.email == null ? "" : claims.email;
    return Optional.of(new EndUser(claims.subject, name, email, true));
  }

  private static byte[] signature(Secret secret, byte[] signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.unwrap().getBytes(UTF_8), "HmacSHA256"));
      return mac.doFinal(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA256", e);
    }
  }

  private static final class Claims {
    private @Nullable String algorithm;
    private @Nullable String issuer;
    private @Nullable String subject;
    private @Nullable String name;
    private @Nullable String email;
    private long issued = Long.MAX_VALUE / 2;
    private long expires;
  }

  private static Claims claims(String part) throws IOException {
    Claims claims = new Claims();
    byte[] bytes = Base64.getUrlDecoder().decode(part);
    try (JsonParser json = Json.FACTORY.createParser(bytes)) {
      if (json.nextToken() != JsonToken.START_OBJECT) return claims;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        JsonToken value = json.nextToken();
        switch (field) {
          case "alg" -> claims.algorithm = json.getValueAsString();
          case "iss" -> claims.issuer = json.getValueAsString();
          case "sub" -> claims.subject = json.getValueAsString();
          case "name" -> claims.name = json.getValueAsString();
          case "email" -> claims.email = json.getValueAsString();
          case "iat" -> claims.issued = value.isNumeric() ? json.getValueAsLong() : claims.issued;
          case "exp" -> claims.expires = value.isNumeric() ? json.getValueAsLong() : 0;
          default -> json.skipChildren();
        }
      }
    }
    return claims;
  }
}
