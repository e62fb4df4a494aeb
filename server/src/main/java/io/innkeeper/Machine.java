package io.innkeeper;

import io.innkeeper.engine.ContainerEngine;
import io.innkeeper.engine.EngineException;
import io.innkeeper.engine.EngineSettings;
import io.innkeeper.engine.Firewall;
import io.innkeeper.engine.FirewallPlan;
import io.innkeeper.engine.FirewallState;
import io.innkeeper.engine.docker.DockerEngine;
import io.innkeeper.engine.docker.DockerPrograms;
import io.innkeeper.engine.docker.HostFirewall;
import io.innkeeper.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The host underneath: its engine, the programs in it, its firewall. */
public final class Machine implements AutoCloseable {
  private final ContainerEngine engine;
  private final DockerPrograms programs;
  private final Firewall firewall;
  private final int gatewayPort;
  private volatile Optional<FirewallState> firewallState = Optional.empty();

  Machine(EngineSettings settings, int gatewayPort) {
    engine = new DockerEngine(settings);
    programs = new DockerPrograms(settings);
    firewall = new HostFirewall(settings.bridgePrefix());
    this.gatewayPort = gatewayPort;
  }

  /**
   * Asks the engine once, beside whatever else the start does: the first answer takes long, since
   * the code for it is loaded then. Who wants to know asks again.
   */
  void wake() {
    Thread.ofPlatform()
        .daemon()
        .name("engine")
        .start(
            () -> {
              try {
                engine.hostGateway();
              } catch (EngineException away) {
                // Whoever needs it says so.
              }
            });
  }

  public ContainerEngine engine() {
    return engine;
  }

  DockerPrograms programs() {
    return programs;
  }

  public Firewall firewall() {
    return firewall;
  }

  /**
   * Puts the host's rules in place for these tenants; where they can't be, that is remembered and
   * shown.
   */
  void guard(List<Tenant> all) {
    FirewallPlan plan =
        new FirewallPlan(
            engine.hostGateway(),
            gatewayPort,
            all.stream()
                .filter(tenant -> tenant.spec().outside())
                .map(tenant -> tenant.place().bridge())
                .collect(Collectors.toSet()));
    firewallState = Optional.of(firewall.ensure(plan));
  }

  /** How the host's rules were found at the last pass; empty before the first tenant. */
  public Optional<FirewallState> firewallState() {
    return firewallState;
  }

  @Override
  public void close() {
    try (engine) {
      programs.close();
    }
  }
}
