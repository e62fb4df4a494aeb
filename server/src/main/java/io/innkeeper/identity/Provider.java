package io.innkeeper.identity;

import io.innkeeper.fault.Fault;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Who can vouch for a tenant's people. */
public enum Provider {
  GOOGLE("Google"),
  MICROSOFT("Microsoft"),
  GITHUB("GitHub"),
  OIDC("OIDC");

  private final String label;

  Provider(String label) {
    this.label = label;
  }

  /** As people know it. */
  public String label() {
    return label;
  }

  /** As API and app write it; a part of the redirect address. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a provider's word.
   *
   * @throws Fault INVALID naming those there are
   */
  public static Provider parse(String word) {
    for (Provider one : values()) if (one.word().equals(word.strip())) return one;
    throw Fault.invalidField(
        "provider",
        "sign-in-provider",
        "“" + word + "” is no provider. There are google, microsoft, github and oidc.");
  }

  /** Where the app is to be told of people, as the provider must know it. */
  public URI redirect(URI publicUrl) {
    return URI.create(
        publicUrl.toString().replaceFirst("/+$", "") + "/oauth/" + word() + "/callback");
  }

  /** The discovery document of a provider everybody knows; GitHub has none. */
  Optional<URI> discovery(String directory) {
    return switch (this) {
      case GOOGLE ->
          Optional.of(URI.create("https://accounts.google.com/.well-known/openid-configuration"));
      case MICROSOFT ->
          Optional.of(
              URI.create(
                  "https://login.microsoftonline.com/"
                      + directory
                      + "/v2.0/.well-known/openid-configuration"));
      case GITHUB, OIDC -> Optional.empty();
    };
  }
}
