package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certificate; its key is never in here.
 *
 * @param source {@code acme}, {@code uploaded} or {@code self-signed}
 * @param state {@code valid}, {@code expires-soon}, {@code expired} or {@code revoked}
 * @param names it is for
 * @param shownBy the hostnames that show it now
 * @param renewAt when it is replaced by itself
 * @param replaces the one before it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CertificateView(
    UUID id,
    String source,
    String state,
    List<String> names,
    List<String> shownBy,
    String issuer,
    String fingerprint,
    Instant validFrom,
    Instant validUntil,
    @Nullable Instant renewAt,
    @Nullable UUID replaces,
    Instant madeAt,
    String madeBy,
    @Nullable Instant revokedAt) {
  public CertificateView {
    names = List.copyOf(names);
    shownBy = List.copyOf(shownBy);
  }
}
