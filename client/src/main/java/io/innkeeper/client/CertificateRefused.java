package io.innkeeper.client;

import java.net.URI;
import java.util.Optional;

/**
 * The server shows a certificate that is not the one compared before, or that nobody vouches for.
 */
public final class CertificateRefused extends ClientFailure {
  private static final long serialVersionUID = 1;

  private CertificateRefused(String said, String advice, Throwable cause) {
    super(said, advice, cause);
  }

  static CertificateRefused by(URI server, Optional<Fingerprint> pinned, Throwable cause) {
    return pinned
        .map(expected -> changed(server, expected, cause))
        .orElseGet(() -> unknown(server, cause));
  }

  private static CertificateRefused changed(URI server, Fingerprint expected, Throwable cause) {
    String seen = "another one";
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof ServerTrust.Changed changed) seen = changed.seen().toString();
    }
    return new CertificateRefused(
        "The certificate of %s has changed, so nothing was sent.%n  expected %s%n  it shows %s"
            .formatted(server, expected, seen),
        "If you replaced it, compare the fingerprint and sign in again: innkeeper login --server "
            + server,
        cause);
  }

  private static CertificateRefused unknown(URI server, Throwable cause) {
    return new CertificateRefused(
        "Nobody this machine trusts vouches for the certificate of "
            + server
            + ", so nothing was sent.",
        "Compare its fingerprint once at sign-in: innkeeper login --server " + server,
        cause);
  }
}
