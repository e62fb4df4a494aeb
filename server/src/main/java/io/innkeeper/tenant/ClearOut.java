package io.innkeeper.tenant;

import io.innkeeper.engine.ContainerEngine;
import io.innkeeper.engine.ContainerState;
import io.innkeeper.engine.Firewall;
import io.innkeeper.engine.NetworkSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Takes away what an Innkeeper made on the engine and the host: its tenants' containers and
 * networks, and its firewall rules. Known by label and name alone, so it works without a store.
 * Tenants' data stays.
 */
public final class ClearOut {
  private final ContainerEngine engine;
  private final Firewall firewall;
  private final Map<String, String> ours;
  private final Duration grace;

  public ClearOut(ContainerEngine engine, Firewall firewall, TenantSettings settings) {
    this.engine = engine;
    this.firewall = firewall;
    this.ours = Map.of(Labels.INSTANCE, settings.prefix().value());
    this.grace = settings.stopGrace();
  }

  /** What would be taken away, one name each. */
  public List<String> found() {
    List<String> names = new ArrayList<>();
    engine.withLabels(ours).forEach(container -> names.add("container " + container.name()));
    engine.networks(ours).forEach(network -> names.add("network " + network.name()));
    return List.copyOf(names);
  }

  /** Takes it away; {@code passing} hears what goes. Safe to repeat. */
  public void run(Consumer<String> passing) {
    for (ContainerState container : engine.withLabels(ours)) {
      passing.accept("container " + container.name());
      engine.stop(container.name(), grace);
      engine.remove(container.name());
    }
    for (NetworkSpec network : engine.networks(ours)) {
      passing.accept("network " + network.name());
      engine.removeNetwork(network.name());
    }
    passing.accept(firewall.remove().said());
  }
}
