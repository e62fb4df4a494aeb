package io.innkeeper;

import io.innkeeper.access.Access;
import io.innkeeper.access.ApiTokens;
import io.innkeeper.access.FirstAdmin;
import io.innkeeper.access.FirstAdminNote;
import io.innkeeper.access.OperatorPasswords;
import io.innkeeper.access.Operators;
import io.innkeeper.access.Sessions;
import io.innkeeper.access.SignIn;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.budget.BudgetRoom;
import io.innkeeper.engine.ContainerEngine;
import io.innkeeper.engine.Firewall;
import io.innkeeper.engine.FirewallPlan;
import io.innkeeper.engine.FirewallState;
import io.innkeeper.engine.docker.DockerEngine;
import io.innkeeper.engine.docker.HostFirewall;
import io.innkeeper.job.Jobs;
import io.innkeeper.key.Keys;
import io.innkeeper.metrics.BookSeries;
import io.innkeeper.metrics.JobSeries;
import io.innkeeper.metrics.Metrics;
import io.innkeeper.metrics.TenantSeries;
import io.innkeeper.openrouter.OpenRouterClient;
import io.innkeeper.organisation.CallerLimitBook;
import io.innkeeper.organisation.ModelRuleBook;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.route.ModelRoutes;
import io.innkeeper.schedule.Schedule;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Home;
import io.innkeeper.store.Ids;
import io.innkeeper.tenant.ContainerPlan;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantRoom;
import io.innkeeper.usage.Prices;
import io.innkeeper.usage.UsageRoom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Every room of the house on a prepared store, each made once by its constructor. Nothing runs yet.
 */
public final class Rooms implements AutoCloseable {
  private final InnkeeperSettings settings;
  private volatile Optional<FirewallState> firewallState = Optional.empty();
  private final Database database;
  private final Clock clock;
  private final AuditTrail audit;
  private final Sessions sessions;
  private final SignIn signIn;
  private final Operators operators;
  private final OperatorPasswords passwords;
  private final ApiTokens tokens;
  private final FirstAdmin firstAdmin;
  private final Organisations organisations;
  private final ContainerEngine engine;
  private final Firewall firewall;
  private final Jobs jobs;
  private final TenantRoom tenants;
  private final UsageRoom usage;
  private final Schedule schedule;
  private final SecretBox box;
  private final OpenRouterClient openRouter;
  private final Prices prices;
  private final Keys keys;
  private final ModelRuleBook models;
  private final CallerLimitBook limits;
  private final BudgetRoom budgets;
  private final Metrics metrics = new Metrics();
  private final ModelRoutes routes;

  public Rooms(
      InnkeeperSettings settings, Home home, Database database, SecretBox box, Clock clock) {
    this.settings = settings;
    this.database = database;
    this.clock = clock;
    this.box = box;
    Ids ids = new Ids(clock);
    audit = new AuditTrail(database, box, clock);
    organisations = new Organisations(database, box, audit, ids, clock);
    sessions = new Sessions(database, audit, settings.access(), clock, ids);
    signIn = new SignIn(database, audit, sessions, clock);
    Predicate<UUID> known = id -> organisations.find(id).isPresent();
    operators = new Operators(database, audit, clock, ids, known);
    FirstAdminNote note = new FirstAdminNote(home.firstAdmin());
    passwords = new OperatorPasswords(database, audit, sessions, note, clock);
    tokens = new ApiTokens(database, audit, clock, ids, known);
    firstAdmin = new FirstAdmin(database, audit, operators, note);
    engine = new DockerEngine(settings.engine());
    firewall = new HostFirewall(settings.engine().bridgePrefix());
    jobs = new Jobs(database, ids, clock, settings.job(), audit);
    tenants = tenants(home, ids);
    organisations.countTenantsWith(tenants.tenants()::living);
    jobs.register(tenants.works());
    usage = new UsageRoom(database, organisations, audit, jobs, clock);
    jobs.register(usage.works());
    schedule = new Schedule(database, clock, "schedule");
    openRouter = new OpenRouterClient(settings.openrouter());
    prices = new Prices(database, openRouter, clock);
    keys = new Keys(database, audit, ids, clock);
    models = new ModelRuleBook(database, audit, clock);
    limits = new CallerLimitBook(database, audit, clock);
    routes = new ModelRoutes(database, box, audit, ids, clock);
    budgets =
        new BudgetRoom(database, audit, organisations, id -> usage.monthSpend().stored(id), clock);
    JobSeries.add(metrics, jobs);
    TenantSeries.add(metrics, tenants.tenants());
    BookSeries.add(metrics, usage.unsettled(), prices, clock);
  }

  private TenantRoom tenants(Home home, Ids ids) {
    ContainerPlan.Host host =
        new ContainerPlan.Host(
            settings.tenant().prefix(),
            home.tenants(),
            settings.tenant().gatewayPort(),
            settings.tenant().stopGrace());
    TenantRoom.Needs needs =
        new TenantRoom.Needs(
            database,
            box,
            audit,
            ids,
            clock,
            engine,
            jobs,
            new OrganisationOwners(organisations),
            this::guard);
    return new TenantRoom(settings.tenant(), settings.engine(), host, needs);
  }

  /**
   * Puts the host's rules in place for these tenants; where they can't be, that is remembered and
   * shown.
   */
  private void guard(List<Tenant> all) {
    Optional<String> gateway = engine.info().hostGateway();
    if (gateway.isEmpty()) return;
    FirewallPlan plan =
        new FirewallPlan(
            gateway.get(),
            settings.tenant().gatewayPort(),
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

  public Access access() {
    return new Access(sessions, tokens);
  }

  public InnkeeperSettings settings() {
    return settings;
  }

  public Database database() {
    return database;
  }

  public SecretBox box() {
    return box;
  }

  public Clock clock() {
    return clock;
  }

  public AuditTrail audit() {
    return audit;
  }

  public Sessions sessions() {
    return sessions;
  }

  public SignIn signIn() {
    return signIn;
  }

  public Operators operators() {
    return operators;
  }

  public OperatorPasswords passwords() {
    return passwords;
  }

  public ApiTokens tokens() {
    return tokens;
  }

  public FirstAdmin firstAdmin() {
    return firstAdmin;
  }

  public Organisations organisations() {
    return organisations;
  }

  public ContainerEngine engine() {
    return engine;
  }

  public Firewall firewall() {
    return firewall;
  }

  public Jobs jobs() {
    return jobs;
  }

  public UsageRoom usage() {
    return usage;
  }

  public TenantRoom tenants() {
    return tenants;
  }

  /** What runs by itself; rooms add their tasks before it starts. */
  public Schedule schedule() {
    return schedule;
  }

  /** The upstream's own interface, beside its models. */
  public OpenRouterClient openRouter() {
    return openRouter;
  }

  /** Virtual keys beside the workspaces' own. */
  public Keys keys() {
    return keys;
  }

  /** Which models organisations may use. */
  public ModelRuleBook models() {
    return models;
  }

  /** How much organisations' callers may ask. */
  public CallerLimitBook limits() {
    return limits;
  }

  /** What may be spent, and how that stands. */
  public BudgetRoom budgets() {
    return budgets;
  }

  /** Where model calls go, if not to OpenRouter. */
  public ModelRoutes routes() {
    return routes;
  }

  /** What models cost. */
  public Prices prices() {
    return prices;
  }

  /** Where this process counts what it does. */
  public Metrics metrics() {
    return metrics;
  }

  @Override
  public void close() {
    try (Parts parts = new Parts()) {
      parts.add("store", database);
      parts.add("engine", engine);
      parts.add("jobs", jobs);
      parts.add("OpenRouter", openRouter);
      parts.add("schedule", schedule);
    }
  }
}
