package io.innkeeper.tenant;

import io.innkeeper.engine.ContainerSpec.BindMount;
import io.innkeeper.engine.ContainerState;
import io.innkeeper.openwebui.AppClient;
import io.innkeeper.openwebui.AppConfiguration;
import io.innkeeper.openwebui.AppEnvironment;
import io.innkeeper.openwebui.AppSession;
import io.innkeeper.openwebui.EffectiveSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A tenant's app for other rooms: what it is told, and what it answers Innkeeper's own account. */
public final class RunningApp {
  private final TenantDesk desk;
  private final TenantHost host;
  private final TenantSessions sessions;
  private final Companions companions;

  RunningApp(TenantDesk desk, Companions companions, TenantHost host, TenantSessions sessions) {
    this.desk = desk;
    this.host = host;
    this.sessions = sessions;
    this.companions = companions;
  }

  /** Where Innkeeper itself reaches it. */
  public URI address(Tenant tenant) {
    return URI.create("http://127.0.0.1:" + tenant.place().port());
  }

  /** Itself, as anybody may ask it. */
  public AppClient app(Tenant tenant) {
    return sessions.app(tenant);
  }

  /**
   * A session of Innkeeper's own account.
   *
   * @throws io.innkeeper.fault.Fault why it can't: it doesn't run, it doesn't answer
   */
  public AppSession session(Tenant tenant) {
    return sessions.of(tenant);
  }

  /** The operator's own variables of all layers, as its container is to be given them. */
  public Map<String, String> extra(Tenant tenant) {
    return desk.inputs(tenant).extra();
  }

  /** Where people open it. */
  public URI publicUrl(Tenant tenant) {
    return URI.create(companions.address(tenant));
  }

  /** By which providers it lets people sign in, as it tells everybody. */
  public List<String> signInProviders(Tenant tenant) {
    return sessions.app(tenant).publicConfiguration().providers();
  }

  /**
   * What of the host its containers are given: the one that serves, and the one kept aside that may
   * have to serve again.
   */
  public Set<Path> mounted(Tenant tenant) {
    return Stream.of(host.container(tenant), host.oldContainer(tenant))
        .flatMap(Optional::stream)
        .flatMap(state -> state.actual().mounts().stream())
        .map(BindMount::source)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What it was told and what it answers. Blocks for as long as the app takes. */
  public EffectiveSettings.Told told(Tenant tenant, AppSession session) {
    var inputs = desk.inputs(tenant);
    Optional<ContainerState> container = host.container(tenant);
    return new EffectiveSettings.Told(
        AppEnvironment.of(inputs),
        AppConfiguration.of(inputs),
        container.map(state -> state.actual().environment()).orElse(Map.of()),
        session.configuration());
  }
}
