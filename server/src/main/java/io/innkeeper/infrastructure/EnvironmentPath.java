package io.innkeeper.infrastructure;

import io.innkeeper.http.Call;
import java.util.List;

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

  /** Those that are named, or all living ones. */
  public List<Environment> picked(List<String> namesOrIds) {
    return namesOrIds.isEmpty()
        ? environments.list(false)
        : namesOrIds.stream().map(environments::named).distinct().toList();
  }
}
