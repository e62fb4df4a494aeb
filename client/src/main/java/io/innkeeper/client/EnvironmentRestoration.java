package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The passwords of a removed environment's sources, which were forgotten. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnvironmentRestoration(
    @Nullable String managerPassword, @Nullable String installerPassword) {
  @Override
  public String toString() {
    return "EnvironmentRestoration[redacted]";
  }
}
