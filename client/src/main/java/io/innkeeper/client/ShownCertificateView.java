package io.innkeeper.client;

import java.time.Instant;
import java.util.List;

/** A certificate as it was shown; nothing was said to who showed it. */
public record ShownCertificateView(
    String subject,
    String issuer,
    String sha256,
    Instant notBefore,
    Instant notAfter,
    List<String> names) {
  public ShownCertificateView {
    names = List.copyOf(names);
  }
}
