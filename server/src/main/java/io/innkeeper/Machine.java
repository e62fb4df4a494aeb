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
import io.innkeeper.fault.Fault;
import io.innkeeper.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/** The host underneath: its engine, the programs in it, its firewall. */
public final class Machine implements AutoCloseable {
  private final CompletableFuture<Docker> docker;
  private final Firewall firewall;
  private final int gatewayPort;
  private volatile Optional<FirewallState> firewallState = Optional.empty();

  Machine(EngineSettings settings, int gatewayPort) {
    docker = CompletableFuture.supplyAsync(() -> Docker.spokenTo(settings), Machine::beside);
    firewall = new HostFirewall(settings.bridgePrefix());
    this.gatewayPort = gatewayPort;
  }

  private record Docker(ContainerEngine engine, DockerPrograms programs) {
    static Docker spokenTo(EngineSettings settings) {
      return new Docker(new DockerEngine(settings), new DockerPrograms(settings));
    }

    void close() {
      try (engine) {
        programs.close();
      }
    }
  }

  /** Making its clients and its first answer take long, since the code for them is loaded then. */
  private static void beside(Runnable work) {
    Thread.ofPlatform().daemon().name("engine").start(work);
  }

  /** Asks the engine once, beside whatever else the start does. Who wants to know asks again. */
  void wake() {
    docker.thenAcceptAsync(
        made -> {
          try {
            made.engine().hostGateway();
          } catch (EngineException away) {
            // Whoever needs it says so.
          }
        },
        Machine::beside);
  }

  /**
   * The engine, which may be away.
   *
   * @throws Fault INVALID if its address and the shell's DOCKER_ variables don't go together
   */
  public ContainerEngine engine() {
    return docker().engine();
  }

  private Docker docker() {
    try {
      return docker.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Fault refused) throw refused;
      throw e;
    }
  }

  DockerPrograms programs() {
    return docker().programs();
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
            engine().hostGateway(),
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
    if (docker.isDone() && !docker.isCompletedExceptionally()) docker.join().close();
    else docker.thenAccept(Docker::close);
  }
}
