package io.innkeeper.tenant;

import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.engine.ContainerEngine;
import io.innkeeper.engine.EngineSettings;
import io.innkeeper.engine.FreePorts;
import io.innkeeper.engine.SubnetPool;
import io.innkeeper.job.Jobs;
import io.innkeeper.job.Step;
import io.innkeeper.job.Work;
import io.innkeeper.openwebui.AppClients;
import io.innkeeper.openwebui.HealthGate;
import io.innkeeper.openwebui.Passwords;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The tenant room put together: the parts that others call. */
public final class TenantRoom {
  private final TenantSettings settings;
  private final Tenants tenants;
  private final ChosenTenants chosen;
  private final TenantCounts counts;
  private final TenantPlans plans;
  private final TenantViews views;
  private final TenantFigures figures;
  private final TenantLogs logs;
  private final TenantEnvironment environment;
  private final Adoption adoption;
  private final TenantReconciler reconciler;
  private final Workspaces workspaces;
  private final TenantUsage usage;
  private final TenantSessions sessions;
  private final RunningApp running;
  private final TenantWorks works;
  private final SettingsBefore before;
  private final Companions companions = new Companions();

  /** What the room needs from the rest of the server. */
  public record Needs(
      Database database,
      SecretBox box,
      AuditTrail audit,
      Ids ids,
      Clock clock,
      ContainerEngine engine,
      Jobs jobs,
      Owners owners,
      Consumer<List<Tenant>> firewall) {}

  /** Who owns tenants, and how an owner comes back when a container is adopted. */
  public interface Owners {
    ContainerPlan.Owner of(UUID organisation);

    UUID ensure(ContainerPlan.Owner owner, Actor by);
  }

  public TenantRoom(
      TenantSettings settings, EngineSettings onEngine, ContainerPlan.Host host, Needs needs) {
    this.settings = settings;
    TenantStore store = new TenantStore(needs.box());
    TenantSecrets secrets = new TenantSecrets(needs.box(), new Passwords(new SecureRandom()));
    TenantDesk desk =
        new TenantDesk(
            needs.database(), store, secrets, needs.owners()::of, companions, host, needs.clock());
    TenantHost onHost = new TenantHost(needs.engine(), host);
    Runnable firewall = () -> needs.firewall().accept(desk.all());
    this.before = new SettingsBefore(needs.box(), host);
    AppClients apps = new AppClients();
    Places places = places(onEngine);
    PortMoves ports = new PortMoves(needs.database(), store, onHost, places, needs.audit());
    this.works = works(desk, onHost, apps, ports, firewall, needs);
    TenantOrders orders = new TenantOrders(store, needs.jobs());
    Newcomers newcomers = new Newcomers(places, needs.ids(), needs.clock());
    this.tenants = tenants(store, secrets, newcomers, orders, needs);
    this.chosen = new ChosenTenants(tenants::all, needs.owners()::of);
    this.counts = new TenantCounts(needs.database());
    this.plans = new TenantPlans(desk, onHost, works, tenants);
    this.views = new TenantViews(needs.owners()::of, needs.jobs(), companions::address);
    this.figures = new TenantFigures(onHost, desk, needs.clock());
    this.logs = new TenantLogs(onHost);
    this.environment = new TenantEnvironment(desk);
    this.workspaces = new Workspaces(needs.database(), secrets, needs.clock());
    this.usage = new TenantUsage(desk, apps, needs.clock());
    this.sessions = new TenantSessions(desk, apps);
    this.running = new RunningApp(desk, companions, onHost, sessions);
    AdoptionBook book = new AdoptionBook(needs.database(), store, secrets, orders, needs.audit());
    this.adoption =
        new Adoption(book, newcomers, onHost, settings, needs.owners()::ensure, needs.clock());
    this.reconciler =
        new TenantReconciler(
            desk, onHost, tenants, needs.jobs(), settings, firewall, needs.clock());
  }

  private TenantWorks works(
      TenantDesk desk,
      TenantHost host,
      AppClients apps,
      PortMoves ports,
      Runnable firewall,
      Needs needs) {
    HealthGate gate = new HealthGate(needs.clock(), Thread::sleep);
    TenantApp app = new TenantApp(host, apps, gate, settings.healthDeadline(), before);
    DatabaseCopies copies = new DatabaseCopies(host.host());
    Erasure erasure = new Erasure(desk, host.host(), needs.audit());
    return new TenantWorks(
        desk,
        new TenantSteps(desk, host, app, copies, ports, firewall, companions),
        erasure,
        new AdoptionSteps(desk, host));
  }

  private Tenants tenants(
      TenantStore store,
      TenantSecrets secrets,
      Newcomers newcomers,
      TenantOrders orders,
      Needs needs) {
    return new Tenants(
        needs.database(),
        store,
        secrets,
        newcomers,
        orders,
        needs.audit(),
        companions,
        needs.clock());
  }

  private static Places places(EngineSettings onEngine) {
    return new Places(
        new FreePorts(onEngine.firstPort(), onEngine.lastPort()),
        new SubnetPool(onEngine.subnetPool()),
        onEngine.bridgePrefix());
  }

  public TenantSettings settings() {
    return settings;
  }

  public Tenants tenants() {
    return tenants;
  }

  /** Several tenants as somebody names them. */
  public ChosenTenants chosen() {
    return chosen;
  }

  public TenantCounts counts() {
    return counts;
  }

  public TenantPlans plans() {
    return plans;
  }

  public TenantViews views() {
    return views;
  }

  public TenantFigures figures() {
    return figures;
  }

  public TenantLogs logs() {
    return logs;
  }

  public TenantEnvironment environment() {
    return environment;
  }

  public Adoption adoption() {
    return adoption;
  }

  public TenantReconciler reconciler() {
    return reconciler;
  }

  /** What tenants' own databases say was used. */
  public TenantUsage usage() {
    return usage;
  }

  /** Tenants' apps, asked as Innkeeper's own account. */
  public TenantSessions sessions() {
    return sessions;
  }

  /** Tenants' apps, for rooms that tell and ask them something. */
  public RunningApp running() {
    return running;
  }

  /** What the gateway must know of tenants. */
  public Workspaces workspaces() {
    return workspaces;
  }

  /** The room's kinds of work, to be registered with the jobs before they start. */
  public List<Work> works() {
    return works.all();
  }

  /** What of them is sealed. */
  public List<SealedPlace> sealedPlaces() {
    return sealedPlaces(before);
  }

  static List<SealedPlace> sealedPlaces(SettingsBefore before) {
    return Stream.concat(
            Stream.of(TenantSecrets.sealedPlace(), before), SealedTexts.sealedPlaces().stream())
        .toList();
  }

  /** From here on the room takes part in every tenant's life; before the jobs start. */
  public void accompany(Companion companion) {
    companions.add(companion);
  }

  /** Where people open it: by hostname where one is served, else on this host. */
  public String address(Tenant tenant) {
    return companions.address(tenant);
  }

  /**
   * The steps from whatever there is to a healthy container as is wanted now; the one before stays
   * until then and comes back if need be. For a tenant that is wanted running.
   */
  public List<Step> bring(UUID tenant) {
    return works.bring(tenant);
  }

  /**
   * The steps that make an account an admin in a stopped tenant's database and start it again.
   *
   * @param email empty for Innkeeper's own account
   * @param secondFactorOff whether nobody needs a second factor any more
   */
  public List<Step> repairAdmin(UUID tenant, Optional<String> email, boolean secondFactorOff) {
    return works.repairAdmin(tenant, email, secondFactorOff);
  }
}
