package io.innkeeper.console;

import io.innkeeper.console.view.WindowState;
import io.innkeeper.ingress.certificate.StoredCertificate;
import io.innkeeper.ingress.certificate.StoredCertificate.Source;
import java.time.Instant;

/** A certificate's state as a window and its word. */
final class CertificateStates {
  private CertificateStates() {}

  static WindowState window(StoredCertificate one, Instant now) {
    return switch (one.state(now)) {
      case "revoked", "expired" -> WindowState.EXPIRED;
      case "expires-soon" -> WindowState.EXPIRING;
      default -> one.source() == Source.SELF_SIGNED ? WindowState.DEGRADED : WindowState.VALID;
    };
  }

  static String word(StoredCertificate one, Instant now) {
    if (one.revokedAt().isPresent()) return "Revoked";
    WindowState window = window(one, now);
    return window == WindowState.DEGRADED ? "Self-signed" : window.word();
  }

  static String issuer(StoredCertificate one) {
    return one.source() == Source.SELF_SIGNED ? "itself" : one.issuer();
  }
}
