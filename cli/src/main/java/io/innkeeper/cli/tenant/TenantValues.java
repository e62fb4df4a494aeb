package io.innkeeper.cli.tenant;

import io.innkeeper.client.NewTenant;
import io.innkeeper.client.TenantChange;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is decided about a tenant beside its name. */
final class TenantValues {
  @Option(names = "--image", paramLabel = "IMAGE", description = "Open WebUI, by tag or digest.")
  private Optional<String> image = Optional.empty();

  @Option(
      names = "--hostname",
      paramLabel = "HOST",
      description = "Where people reach it; \"\" for none.")
  private Optional<String> hostname = Optional.empty();

  @Option(names = "--memory", paramLabel = "SIZE", description = "Hard limit, such as 1.5GiB.")
  private Optional<String> memory = Optional.empty();

  @Option(names = "--cores", paramLabel = "N", description = "Hard limit, such as 1 or 0.5.")
  private Optional<BigDecimal> cores = Optional.empty();

  @Option(
      names = "--env",
      paramLabel = "NAME=VALUE",
      description = "An extra variable of the app; can be repeated.")
  private Map<String, String> environment = new LinkedHashMap<>();

  @Option(names = "--kind", paramLabel = "KIND", description = "production or staging.")
  private Optional<String> kind = Optional.empty();

  @Option(
      names = "--outside",
      negatable = true,
      description = "May it reach the network beyond the gateway?")
  private @Nullable Boolean outside;

  NewTenant create(String org, String name, Optional<String> slug, FirstAdmin admin) {
    return new NewTenant(
        org,
        name,
        slug.orElse(null),
        image.orElse(null),
        hostname.orElse(null),
        memory.orElse(null),
        cores.orElse(null),
        environment.isEmpty() ? null : environment,
        kind.orElse(null),
        outside,
        admin.email().orElse(null),
        admin.name().orElse(null));
  }

  /** The client's first admin to be. */
  record FirstAdmin(Optional<String> email, Optional<String> name) {}

  /**
   * @param now the extra variables there are
   * @param unset the names of those to drop
   */
  TenantChange change(Map<String, String> now, List<String> unset) {
    boolean same = environment.isEmpty() && unset.isEmpty();
    return new TenantChange(
        null,
        image.orElse(null),
        hostname.orElse(null),
        memory.orElse(null),
        cores.orElse(null),
        same ? null : new ExtraVariables(now).changed(environment, unset),
        kind.orElse(null),
        outside);
  }
}
