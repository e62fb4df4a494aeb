package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What to change of a route; what is absent stays. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RouteChange(
    @Nullable String upstream,
    @Nullable String baseUrl,
    @Nullable String flavour,
    @Nullable String key) {
  @Override
  public String toString() {
    return "RouteChange[upstream=%s, baseUrl=%s, flavour=%s, key=[redacted]]"
        .formatted(upstream, baseUrl, flavour);
  }
}
