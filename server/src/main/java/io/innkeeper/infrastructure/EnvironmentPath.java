package io.innkeeper.infrastructure;

import io.innkeeper.http.Call;

/** The environment that an address names, by its name or id. */
public final class EnvironmentPath {
  public static final String ALL = "/api/v1/environments";
  public static final String ONE = ALL + "/{environment}";

  private final Environments environments;

  public EnvironmentPath(Environments environments) {
    this.environments = environments;
  }

  public Environment of(Call call) {
    return environments.named(call.path("environment"));
  }
}
