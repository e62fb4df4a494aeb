package io.innkeeper.journey;

import io.innkeeper.client.SignInChange;
import java.util.List;

/** Sign-in by a client's own provider, as it is asked for. */
final class OidcChange {
  private OidcChange() {}

  static SignInChange oidc(String issuer, String secret, String domain) {
    return new SignInChange(
        new SignInChange.Provider("oidc", "wrzos", secret, issuer, null, null, "Wrzos", null),
        null,
        List.of(domain),
        true,
        "user",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  static SignInChange domains(String... domains) {
    return new SignInChange(
        null, null, List.of(domains), null, null, null, null, null, null, null, null, null, null);
  }
}
