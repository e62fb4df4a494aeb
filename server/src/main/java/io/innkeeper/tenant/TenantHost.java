package io.innkeeper.tenant;

import io.innkeeper.engine.ContainerEngine;
import io.innkeeper.engine.ContainerEngine.LogQuery;
import io.innkeeper.engine.ContainerName;
import io.innkeeper.engine.ContainerSpec;
import io.innkeeper.engine.ContainerState;
import io.innkeeper.engine.EngineException;
import io.innkeeper.engine.ImageFacts;
import io.innkeeper.fault.Fault;
import io.innkeeper.openwebui.Release;
import io.innkeeper.tenant.Tenant.ResolvedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is done on this host for one tenant: its folders, network and containers. Every verb can be
 * repeated.
 */
final class TenantHost {
  private static final String OLD = ".old";
  private static final int LOG_TAIL = 50;
  private static final Set<ContainerState.Run> RESTING =
      Set.of(ContainerState.Run.CREATED, ContainerState.Run.EXITED, ContainerState.Run.DEAD);

  private final ContainerEngine engine;
  private final ContainerPlan.Host host;

  TenantHost(ContainerEngine engine, ContainerPlan.Host host) {
    this.engine = engine;
    this.host = host;
  }

  ContainerEngine engine() {
    return engine;
  }

  ContainerPlan.Host host() {
    return host;
  }

  ContainerName name(Tenant tenant) {
    return ContainerPlan.containerName(tenant, host);
  }

  /** The name under which the container before is kept until the new one has proven itself. */
  ContainerName oldName(Tenant tenant) {
    return name(tenant).with(OLD);
  }

  Optional<ContainerState> container(Tenant tenant) {
    return engine.find(name(tenant));
  }

  Optional<ContainerState> oldContainer(Tenant tenant) {
    return engine.find(oldName(tenant));
  }

  /** Whether no container holds its port and its database. */
  boolean atRest(Tenant tenant) {
    return container(tenant).map(ContainerState::run).map(RESTING::contains).orElse(true);
  }

  /** The build behind the wanted reference, fetched if the engine doesn't have it. */
  ResolvedImage resolve(Tenant tenant, Consumer<String> progress) {
    ImageFacts facts =
        engine
            .image(tenant.spec().image())
            .orElseGet(() -> engine.pull(tenant.spec().image(), progress));
    String version =
        Release.of(tenant.spec().image(), facts.labels())
            .map(release -> release.toString())
            .orElse("");
    return new ResolvedImage(facts.id(), facts.digests().stream().findFirst(), version);
  }

  /** The data folder, owned by the app's user; without the right to give it away, that is said. */
  void directories(Tenant tenant) {
    Path data = ContainerPlan.dataDirectory(tenant, host);
    try {
      Files.createDirectories(data);
      if (Integer.valueOf(Release.UID)
          .equals(Files.getAttribute(data, "unix:uid", LinkOption.NOFOLLOW_LINKS))) return;
      Files.setAttribute(data, "unix:uid", Release.UID, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(data, "unix:gid", Release.GID, LinkOption.NOFOLLOW_LINKS);
      Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-x---"));
    } catch (IOException e) {
      throw Fault.of(
              Fault.Kind.UNAVAILABLE,
              "data-directory",
              "Tried to prepare the folder "
                  + data
                  + " for user "
                  + Release.UID
                  + " but could not.")
          .advising(
              "Run Innkeeper as root, or make the folder writable and owned by that user, and check the disk.")
          .because(e);
    }
  }

  void network(Tenant tenant) {
    engine.ensureNetwork(ContainerPlan.network(tenant, host));
  }

  void removeNetwork(Tenant tenant) {
    engine.removeNetwork(ContainerPlan.network(tenant, host).name());
  }

  void create(ContainerSpec plan) {
    engine.create(plan);
  }

  void start(Tenant tenant) {
    engine.start(name(tenant));
  }

  void stop(Tenant tenant) {
    engine.stop(name(tenant), host.stopGrace());
  }

  void remove(Tenant tenant) {
    engine.remove(name(tenant));
  }

  void removeOld(Tenant tenant) {
    engine.remove(oldName(tenant));
  }

  /**
   * Stops the container and keeps it under its other name. One already kept is the older, proven
   * one: it stays.
   */
  void setAside(Tenant tenant) {
    if (container(tenant).isEmpty()) return;
    if (oldContainer(tenant).isPresent()) {
      engine.remove(name(tenant));
      return;
    }
    engine.stop(name(tenant), host.stopGrace());
    engine.rename(name(tenant), oldName(tenant));
  }

  /** Brings the container kept aside back in place; without one, nothing. */
  boolean bringBack(Tenant tenant) {
    if (oldContainer(tenant).isEmpty()) return false;
    engine.remove(name(tenant));
    engine.rename(oldName(tenant), name(tenant));
    return true;
  }

  /** The last lines of the container's log, oldest first; empty when there is none to read. */
  List<String> lastLines(Tenant tenant) throws InterruptedException {
    List<String> lines = Collections.synchronizedList(new ArrayList<>());
    try (var log =
        engine.logs(
            name(tenant),
            new LogQuery(LOG_TAIL, Optional.empty(), false),
            line -> lines.add(line.text()))) {
      log.await();
    } catch (EngineException e) {
      return List.of();
    }
    return List.copyOf(lines);
  }
}
