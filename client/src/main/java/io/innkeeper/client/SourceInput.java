package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where an environment's passwords are to be read; in a change, what is absent stays.
 *
 * @param host a name or an address, without anything around it
 * @param port 443 when not given
 * @param password sealed and never shown; needed again when host, port, username or trust change
 * @param trust {@code system}, {@code ca}, {@code pin} or {@code off}
 * @param trustText the authority's certificate (PEM), or the fingerprint
 * @param enabled whether it is read at all
 * @param everyMinutes 0 for never by itself, else 5 to 1440
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceInput(
    @Nullable String host,
    @Nullable Integer port,
    @Nullable String username,
    @Nullable String password,
    @Nullable String trust,
    @Nullable String trustText,
    @Nullable Boolean enabled,
    @Nullable Integer everyMinutes) {
  @Override
  public String toString() {
    return "SourceInput[host=%s, port=%s, username=%s, password=[redacted], trust=%s]"
        .formatted(host, port, username, trust);
  }
}
