package io.innkeeper.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.client.SignInChange;
import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignInInputTest {
  private static final Secret SECRET = Secret.of("hush");

  private static SignInChange change(
      SignInChange.@Nullable Provider provider, @Nullable List<String> domains) {
    return new SignInChange(
        provider, null, domains, true, null, null, null, null, null, null, null, null, null);
  }

  private static SignInChange.Provider provider(
      String name, String id, @Nullable String issuer, @Nullable String directory) {
    return new SignInChange.Provider(name, id, "hush", issuer, directory, null, null, null);
  }

  private static SignInSetup setup(SignInChange.Provider provider, String... domains) {
    return new SignInInput()
        .changed(SignInSetup.NONE, Set.of(), change(provider, List.of(domains)))
        .setup();
  }

  @Test
  void everyProblemIsSaidAtOnceAndNoSecretWithIt() {
    SignInChange bad =
        new SignInChange(
            new SignInChange.Provider(
                "oidc", "an id", "a secret", "login.example", null, null, null, null),
            null,
            List.of("not a domain", "http://x"),
            null,
            "admin",
            null,
            "roles; drop",
            null,
            List.of("boss,chief"),
            null,
            true,
            null,
            null);
    assertThatThrownBy(() -> new SignInInput().changed(SignInSetup.NONE, Set.of(), bad))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.fields())
                  .extracting(Fault.Field::name)
                  .contains(
                      "clientId",
                      "clientSecret",
                      "issuer",
                      "domains",
                      "defaultRole",
                      "rolesClaim",
                      "adminRoles",
                      "groupsClaim");
              assertThat(fault.fields().toString()).doesNotContain("a secret");
            });
  }

  @Test
  void domainsMustBeNamedAndAnybodyIsSaidByAStar() {
    assertThatThrownBy(() -> setup(provider("google", "id", null, null)))
        .hasMessageContaining("Name the mail domains");
    assertThat(setup(provider("google", "id", null, null), "*").rules().domains())
        .containsExactly("*");
    assertThat(setup(provider("google", "id", null, null), "@Client.Example ").rules().domains())
        .containsExactly("client.example");
  }

  @Test
  void aKnownProviderKeepsItsSecretAndANewOneNeedsIts() {
    SignInSetup now = setup(provider("google", "id", null, null), "client.example");
    SignInChange other =
        change(
            new SignInChange.Provider("google", "id2", null, null, null, null, null, null), null);
    SignInInput.Asked asked = new SignInInput().changed(now, Set.of(Provider.GOOGLE), other);
    assertThat(asked.secrets()).isEmpty();
    assertThat(asked.setup().find(Provider.GOOGLE).orElseThrow().clientId()).isEqualTo("id2");
    assertThat(asked.setup().rules().domains()).containsExactly("client.example");
    assertThatThrownBy(() -> new SignInInput().changed(now, Set.of(), other))
        .hasMessageContaining("Give the client secret");
  }

  @Test
  void eachProviderIsToldToTheAppInItsOwnVariables() {
    assertThat(variables(provider("google", "g", null, null), Provider.GOOGLE))
        .containsEntry("GOOGLE_CLIENT_ID", "g")
        .containsEntry("GOOGLE_CLIENT_SECRET", "hush")
        .containsEntry("GOOGLE_OAUTH_AUTHORIZE_PARAMS", "{\"hd\":\"client.example\"}")
        .containsEntry(
            "OPENID_PROVIDER_URL", "https://accounts.google.com/.well-known/openid-configuration")
        .containsEntry("OAUTH_MERGE_ACCOUNTS_BY_EMAIL", "false")
        .containsEntry("OAUTH_ALLOWED_DOMAINS", "client.example");
    assertThat(variables(provider("microsoft", "m", null, "client.example"), Provider.MICROSOFT))
        .containsEntry("MICROSOFT_CLIENT_TENANT_ID", "client.example")
        .containsEntry("MICROSOFT_CLIENT_SECRET", "hush");
    assertThat(variables(provider("github", "h", null, null), Provider.GITHUB))
        .containsEntry("GITHUB_CLIENT_ID", "h")
        .doesNotContainKey("OPENID_PROVIDER_URL");
    assertThat(
            variables(
                provider("oidc", "o", "https://l.example/.well-known/openid-configuration", null),
                Provider.OIDC))
        .containsEntry("OAUTH_CLIENT_ID", "o")
        .containsEntry("OAUTH_CODE_CHALLENGE_METHOD", "S256")
        .containsEntry("OPENID_PROVIDER_URL", "https://l.example/.well-known/openid-configuration");
  }

  @Test
  void redirectAddressFollowsThePublicOne() {
    assertThat(Provider.GOOGLE.redirect(URI.create("https://chat.client.example/")))
        .hasToString("https://chat.client.example/oauth/google/callback");
  }

  private static Map<String, String> variables(SignInChange.Provider given, Provider provider) {
    return SignInVariables.of(setup(given, "client.example"), Map.of(provider, SECRET));
  }
}
