package io.innkeeper.cli.signin;

import io.innkeeper.client.SignInChange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is said about a provider. */
final class ProviderValues {
  @Option(names = "--client-id", paramLabel = "ID", description = "As the provider issued it.")
  private Optional<String> clientId = Optional.empty();

  @Option(
      names = "--issuer",
      paramLabel = "URL",
      description = "Of any OIDC provider: its address.")
  private Optional<String> issuer = Optional.empty();

  @Option(
      names = "--directory",
      paramLabel = "ID",
      description = "Which directory at Microsoft, by id or domain.")
  private Optional<String> directory = Optional.empty();

  @Option(names = "--scopes", paramLabel = "WORDS", description = "Other than the usual ones.")
  private Optional<String> scopes = Optional.empty();

  @Option(names = "--label", paramLabel = "WORDS", description = "What an OIDC button says.")
  private Optional<String> label = Optional.empty();

  @Option(
      names = "--pkce",
      negatable = true,
      description = "Protect the way back by S256; an OIDC provider does unless told not to.")
  private @Nullable Boolean pkce;

  SignInChange.Provider provider(String name, Optional<String> secret) {
    return new SignInChange.Provider(
        name,
        clientId.orElse(null),
        secret.orElse(null),
        issuer.orElse(null),
        directory.orElse(null),
        scopes.orElse(null),
        label.orElse(null),
        pkce);
  }
}
