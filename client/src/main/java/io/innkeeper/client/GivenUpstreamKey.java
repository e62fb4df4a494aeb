package io.innkeeper.client;

import org.jspecify.annotations.Nullable;

/** The key that an organisation's model calls go out with. */
public record GivenUpstreamKey(@Nullable String key) {
  @Override
  public String toString() {
    return "GivenUpstreamKey[[redacted]]";
  }
}
