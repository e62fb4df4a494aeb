package io.innkeeper.tenant;

import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.engine.ContainerEngine;
import io.innkeeper.engine.EngineSettings;
import io.innkeeper.engine.FreePorts;
import io.innkeeper.engine.SubnetPool;
import io.innkeeper.job.Jobs;
import io.innkeeper.job.Work;
import io.innkeeper.openwebui.AppClients;
import io.innkeeper.openwebui.HealthGate;
import io.innkeeper.openwebui.Passwords;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The tenant room put together: the parts that others call. */
public final class TenantRoom {
  private final TenantSettings settings;
  private final Tenants tenants;
  private final TenantCounts counts;
  private final TenantPlans plans;
  private final TenantViews views;
  private final TenantFigures figures;
  private final TenantLogs logs;
  private final TenantEnvironment environment;
  private final Adoption adoption;
  private final TenantReconciler reconciler;
  private final Workspaces workspaces;
  private final List<Work> works;

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
        new TenantDesk(needs.database(), store, secrets, needs.owners()::of, host, needs.clock());
    TenantHost onHost = new TenantHost(needs.engine(), host);
    Runnable firewall = () -> needs.firewall().accept(desk.all());
    TenantWorks steps = works(desk, onHost, firewall, needs);
    this.works = steps.all();
    TenantOrders orders = new TenantOrders(store, needs.jobs());
    Newcomers newcomers = new Newcomers(places(onEngine), needs.ids(), needs.clock());
    this.tenants = tenants(store, secrets, newcomers, orders, needs);
    this.counts = new TenantCounts(needs.database());
    this.plans = new TenantPlans(desk, onHost, steps);
    this.views = new TenantViews(needs.owners()::of, needs.jobs());
    this.figures = new TenantFigures(onHost, desk, needs.clock());
    this.logs = new TenantLogs(onHost);
    this.environment = new TenantEnvironment(desk, host);
    this.workspaces = new Workspaces(needs.database(), secrets, needs.clock());
    AdoptionBook book = new AdoptionBook(needs.database(), store, secrets, orders, needs.audit());
    this.adoption =
        new Adoption(book, newcomers, onHost, settings, needs.owners()::ensure, needs.clock());
    this.reconciler =
        new TenantReconciler(
            desk, onHost, tenants, needs.jobs(), settings, firewall, needs.clock());
  }

  private TenantWorks works(TenantDesk desk, TenantHost host, Runnable firewall, Needs needs) {
    HealthGate gate = new HealthGate(needs.clock(), Thread::sleep);
    TenantApp app = new TenantApp(host, new AppClients(), gate, settings.healthDeadline());
    DatabaseCopies copies = new DatabaseCopies(host.host());
    Erasure erasure = new Erasure(desk, host.host(), needs.audit());
    return new TenantWorks(
        new TenantSteps(desk, host, app, copies, firewall), erasure, new AdoptionSteps(desk, host));
  }

  private static Tenants tenants(
      TenantStore store,
      TenantSecrets secrets,
      Newcomers newcomers,
      TenantOrders orders,
      Needs needs) {
    return new Tenants(
        needs.database(), store, secrets, newcomers, orders, needs.audit(), needs.clock());
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

  /** What the gateway must know of tenants. */
  public Workspaces workspaces() {
    return workspaces;
  }

  /** The room's kinds of work, to be registered with the jobs before they start. */
  public List<Work> works() {
    return works;
  }
}
