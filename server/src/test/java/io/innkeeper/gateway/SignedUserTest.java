package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.secret.Secret;
import io.innkeeper.usage.EndUser;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedUserTest {
  private static final Secret SECRET = Secret.of("the tenant's own");
  private static final Instant NOW = Instant.ofEpochSecond(1_795_000_000);
  private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
  private static final String CLAIMS =
      "{\"sub\":\"u-1\",\"email\":\"ewa@example.org\",\"name\":\"Ewa Ł\",\"role\":\"user\","
          + "\"iss\":\"open-webui\",\"iat\":1795000000,\"exp\":1795000300}";

  @Test
  void theWorkspacesWordIsBelieved() {
    assertThat(SignedUser.verified(token(HEADER, CLAIMS, SECRET), SECRET, NOW))
        .contains(new EndUser("u-1", "Ewa Ł", "ewa@example.org", true));
  }

  @Test
  void anotherTenantsSignatureProvesNothing() {
    String forged = token(HEADER, CLAIMS, Secret.of("another tenant's"));
    assertThat(SignedUser.verified(forged, SECRET, NOW)).isEmpty();
  }

  @Test
  void aChangedNameProvesNothing() {
    String token = token(HEADER, CLAIMS, SECRET);
    String[] parts = token.split("\\.");
    String changed = part(CLAIMS.replace("u-1", "u-2"));
    assertThat(SignedUser.verified(parts[0] + "." + changed + "." + parts[2], SECRET, NOW))
        .isEmpty();
  }

  @Test
  void anOldOrFutureWordProvesNothing() {
    String token = token(HEADER, CLAIMS, SECRET);
    assertThat(SignedUser.verified(token, SECRET, NOW.plusSeconds(600))).isEmpty();
    assertThat(SignedUser.verified(token, SECRET, NOW.minusSeconds(600))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"alg\":\"none\"}", "{\"alg\":\"HS512\"}", "{}", "[]", "x"})
  void otherAlgorithmsProveNothing(String header) {
    assertThat(SignedUser.verified(token(header, CLAIMS, SECRET), SECRET, NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a.b.c", "a.b", "%.%.%"})
  void whatIsNoTokenProvesNothing(String token) {
    assertThat(SignedUser.verified(token, SECRET, NOW)).isEmpty();
  }

  static String token(String header, String claims, Secret secret) {
    try {
      String signed = part(header) + "." + part(claims);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.unwrap().getBytes(UTF_8), "HmacSHA256"));
      return signed
          + "."
          + Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String part(String json) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
  }
}
