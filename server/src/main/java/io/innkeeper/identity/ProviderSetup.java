package io.innkeeper.identity;

import java.net.URI;
import java.util.Optional;

/**
 * One provider as a tenant uses it; its client secret is kept apart.
 *
 * @param issuer of any OIDC provider; empty text else
 * @param directory of Microsoft; empty text else
 * @param scopes empty for the usual ones
 * @param label what the button says, for any OIDC provider
 * @param pkce whether the way back is protected by S256
 */
public record ProviderSetup(
    Provider provider,
    String clientId,
    String issuer,
    String directory,
    String scopes,
    String label,
    boolean pkce) {
  private static final String WELL_KNOWN = "/.well-known/openid-configuration";

  /** Where its discovery document is; GitHub has none. */
  public Optional<URI> discovery() {
    if (provider != Provider.OIDC) return provider.discovery(directory);
    return Optional.of(URI.create(issuerAlone() + WELL_KNOWN));
  }

  /** The issuer without the document's name and without a slash at its end. */
  String issuerAlone() {
    String alone =
        issuer.endsWith(WELL_KNOWN)
            ? issuer.substring(0, issuer.length() - WELL_KNOWN.length())
            : issuer;
    return alone.replaceFirst("/+$", "");
  }

  /** What people read on the button. */
  public String shown() {
    return provider == Provider.OIDC && !label.isEmpty() ? label : provider.label();
  }
}
