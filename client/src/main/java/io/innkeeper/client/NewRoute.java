package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A route to be made.
 *
 * @param prefix models that begin so, for example {@code acme/}
 * @param upstream its name in the ledger; the host's name when absent
 * @param baseUrl what stands before {@code /chat/completions}
 * @param flavour {@code openrouter}, {@code openai} or {@code compatible}
 * @param key what calls go out with; sealed and never shown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewRoute(
    @Nullable String prefix,
    @Nullable String upstream,
    @Nullable String baseUrl,
    @Nullable String flavour,
    @Nullable String key) {
  @Override
  public String toString() {
    return "NewRoute[prefix=%s, upstream=%s, baseUrl=%s, flavour=%s, key=[redacted]]"
        .formatted(prefix, upstream, baseUrl, flavour);
  }
}
