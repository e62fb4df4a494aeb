package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The console's own certificate.
 *
 * @param source {@code acme}, {@code uploaded} or {@code self-signed}
 * @param names and addresses that it is for
 * @param fingerprint SHA-256 as browsers show it
 * @param hostname for which the authority is asked; nothing when it is not
 * @param renewAt when its successor is asked for by itself
 * @param problem why the authority's could not be had
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConsoleCertificateView(
    String source,
    List<String> names,
    String issuer,
    String fingerprint,
    Instant validFrom,
    Instant validUntil,
    @Nullable String hostname,
    @Nullable Instant renewAt,
    @Nullable String problem) {
  public ConsoleCertificateView {
    names = List.copyOf(names);
  }
}
