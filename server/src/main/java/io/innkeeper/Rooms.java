package io.innkeeper;

import io.innkeeper.access.Access;
import io.innkeeper.access.ApiTokens;
import io.innkeeper.access.FirstAdmin;
import io.innkeeper.access.FirstAdminNote;
import io.innkeeper.access.OperatorPasswords;
import io.innkeeper.access.Operators;
import io.innkeeper.access.Sessions;
import io.innkeeper.access.SignIn;
import io.innkeeper.advisor.Advisor;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.branding.BrandRoom;
import io.innkeeper.budget.BudgetRoom;
import io.innkeeper.engine.ContainerEngine;
import io.innkeeper.engine.Firewall;
import io.innkeeper.engine.FirewallPlan;
import io.innkeeper.engine.FirewallState;
import io.innkeeper.engine.ImageReference;
import io.innkeeper.engine.docker.DockerEngine;
import io.innkeeper.engine.docker.DockerPrograms;
import io.innkeeper.engine.docker.HostFirewall;
import io.innkeeper.household.Household;
import io.innkeeper.identity.IdentityRoom;
import io.innkeeper.infrastructure.InfrastructureRoom;
import io.innkeeper.infrastructure.login.LoginRoom;
import io.innkeeper.infrastructure.reading.Reading;
import io.innkeeper.infrastructure.reading.ReadingRoom;
import io.innkeeper.infrastructure.rotation.RotationRoom;
import io.innkeeper.ingress.IngressMode;
import io.innkeeper.ingress.IngressRoom;
import io.innkeeper.ingress.nginx.ContainerNginx;
import io.innkeeper.ingress.nginx.HostNginx;
import io.innkeeper.ingress.nginx.Nginx;
import io.innkeeper.ingress.nginx.NginxRoot;
import io.innkeeper.job.Jobs;
import io.innkeeper.key.Keys;
import io.innkeeper.link.UsageLinks;
import io.innkeeper.metrics.BookSeries;
import io.innkeeper.metrics.EnvironmentSeries;
import io.innkeeper.metrics.JobSeries;
import io.innkeeper.metrics.Metrics;
import io.innkeeper.metrics.RateSeries;
import io.innkeeper.metrics.TenantSeries;
import io.innkeeper.openrouter.OpenRouterClient;
import io.innkeeper.openrouter.provision.ManagementKey;
import io.innkeeper.openrouter.provision.UpstreamRoom;
import io.innkeeper.organisation.CallerLimitBook;
import io.innkeeper.organisation.ModelRuleBook;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.person.PersonRoom;
import io.innkeeper.rate.Banks;
import io.innkeeper.rate.Rates;
import io.innkeeper.route.ModelRoutes;
import io.innkeeper.schedule.Schedule;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.statement.PaperForms;
import io.innkeeper.statement.StatementRoom;
import io.innkeeper.statement.paper.Papers;
import io.innkeeper.store.Database;
import io.innkeeper.store.Home;
import io.innkeeper.store.Ids;
import io.innkeeper.tenant.ContainerPlan;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantRoom;
import io.innkeeper.usage.Prices;
import io.innkeeper.usage.UsageRoom;
import io.innkeeper.variable.VariableRoom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final DockerPrograms programs;
  private final Firewall firewall;
  private final Jobs jobs;
  private final TenantRoom tenants;
  private final UsageRoom usage;
  private final Schedule schedule;
  private final SecretBox box;
  private final OpenRouterClient openRouter;
  private final UpstreamRoom upstream;
  private final Prices prices;
  private final Banks banks;
  private final Rates rates;
  private final Keys keys;
  private final ModelRuleBook models;
  private final CallerLimitBook limits;
  private final BudgetRoom budgets;
  private final Metrics metrics = new Metrics();
  private final ModelRoutes routes;
  private final StatementRoom statements;
  private final UsageLinks links;
  private final ReadingRoom reading;
  private final RotationRoom rotation;
  private final LoginRoom logins;
  private final InfrastructureRoom infrastructure;
  private final PersonRoom people;
  private final Advisor advisor;
  private final VariableRoom variables;
  private final IdentityRoom identity;
  private final BrandRoom brands;
  private final IngressRoom ingress;
  private final Household household;

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
    programs = new DockerPrograms(settings.engine());
    firewall = new HostFirewall(settings.engine().bridgePrefix());
    jobs = new Jobs(database, ids, clock, settings.job(), audit);
    tenants = tenants(home, ids);
    organisations.countTenantsWith(tenants.tenants()::living);
    jobs.register(tenants.works());
    people = new PersonRoom(new PersonRoom.Needs(database, box, audit, ids, clock, jobs, tenants));
    tenants.accompany(people);
    jobs.register(people.works());
    variables =
        new VariableRoom(new VariableRoom.Needs(database, box, audit, ids, clock, jobs, tenants));
    jobs.register(variables.works());
    tenants.accompany(variables.companion());
    identity =
        new IdentityRoom(
            settings.identity(),
            new IdentityRoom.Needs(database, box, audit, clock, jobs, tenants));
    jobs.register(identity.works());
    tenants.accompany(identity.companion());
    ingress = ingress(home, ids);
    jobs.register(ingress.works());
    tenants.accompany(new FrontCompanion(ingress));
    usage = new UsageRoom(database, organisations, audit, jobs, this::workspace, clock);
    jobs.register(usage.works());
    brands = brands(home, ids);
    tenants.accompany(brands.companion());
    jobs.register(brands.works());
    schedule = new Schedule(database, clock, "schedule");
    ManagementKey management =
        new ManagementKey(database, box, audit, clock, settings.openrouter());
    openRouter = new OpenRouterClient(settings.openrouter(), management::secret);
    prices = new Prices(database, openRouter, clock);
    banks = new Banks(settings.rates(), clock);
    rates = new Rates(database, banks.sources(), audit, this::currencies, clock);
    keys = new Keys(database, audit, ids, clock);
    models = new ModelRuleBook(database, audit, clock);
    limits = new CallerLimitBook(database, audit, clock);
    routes = new ModelRoutes(database, box, audit, ids, clock);
    links = new UsageLinks(database, box, audit, ids, clock);
    budgets =
        new BudgetRoom(database, audit, organisations, id -> usage.monthSpend().stored(id), clock);
    upstream = upstream(management);
    jobs.register(upstream.works());
    statements =
        new StatementRoom(
            database, audit, organisations, rates, settings.statement(), papers(), clock);
    infrastructure =
        new InfrastructureRoom(
            settings.infrastructure(),
            new InfrastructureRoom.Needs(database, box, audit, jobs, clock));
    jobs.register(infrastructure.works());
    reading =
        new ReadingRoom(
            new Reading.Ground(database, box, audit, ids, clock),
            infrastructure.environments(),
            settings.credentials(),
            home.root(),
            jobs);
    jobs.register(reading.works());
    EnvironmentSeries.add(metrics, infrastructure.environments(), reading.glass(), clock);
    rotation =
        new RotationRoom(
            new RotationRoom.Needs(
                new Reading.Ground(database, box, audit, ids, clock),
                infrastructure,
                reading,
                jobs));
    jobs.register(rotation.works());
    logins =
        new LoginRoom(
            new LoginRoom.Needs(
                new Reading.Ground(database, box, audit, ids, clock),
                infrastructure,
                reading,
                jobs));
    advisor = RunningAdvisor.of(this);
    household = RunningHousehold.of(this, home);
    JobSeries.add(metrics, jobs);
    TenantSeries.add(metrics, tenants.tenants());
    BookSeries.add(metrics, usage.unsettled(), prices, clock);
    RateSeries.add(metrics, rates);
  }

  /** What somebody pays in, closed organisations too: their statements stay. */
  private Set<String> currencies() {
    return organisations.all().stream()
        .map(one -> one.spec().currency())
        .collect(Collectors.toSet());
  }

  private UpstreamRoom upstream(ManagementKey management) {
    return new UpstreamRoom(
        new UpstreamRoom.Needs(
            database,
            box,
            audit,
            clock,
            organisations,
            jobs,
            management,
            openRouter,
            budgets.budgets()::ceiling));
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

  private BrandRoom brands(Home home, Ids ids) {
    BrandRoom.Needs needs =
        new BrandRoom.Needs(
            database,
            audit,
            ids,
            clock,
            engine,
            jobs,
            tenants,
            now -> Math.toIntExact(people.endUsers().active(now).people()));
    return new BrandRoom(settings.branding(), home, needs);
  }

  private IngressRoom ingress(Home home, Ids ids) {
    return new IngressRoom(
        settings.ingress(),
        new NginxRoot(home.ingress()),
        new IngressRoom.Needs(
            database,
            box,
            audit,
            ids,
            clock,
            jobs,
            FrontCompanion.street(tenants.tenants()),
            this::nginx));
  }

  private Nginx nginx(NginxRoot root) {
    return settings.ingress().mode() == IngressMode.CONTAINER
        ? new ContainerNginx(
            programs,
            settings.tenant().prefix(),
            ImageReference.parse(settings.ingress().image()),
            root)
        : new HostNginx(settings.ingress().binary(), root);
  }

  private static PaperForms papers() {
    return new PaperForms(
        Map.of(
            "pdf", (statement, out) -> out.write(Papers.pdf(statement)),
            "csv", Papers::csv,
            "xlsx", (statement, out) -> out.write(Papers.xlsx(statement))));
  }

  private Optional<UUID> workspace(UUID organisation, String slug) {
    return tenants.tenants().all().stream()
        .filter(one -> one.organisation().equals(organisation) && one.slug().value().equals(slug))
        .map(Tenant::id)
        .findFirst();
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

  /** What is weak about the host, this house and its tenants. */
  public Advisor advisor() {
    return advisor;
  }

  /** Organisations' own keys at the upstream. */
  public UpstreamRoom upstream() {
    return upstream;
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

  /** What organisations owe. */
  public StatementRoom statements() {
    return statements;
  }

  /** Where model calls go, if not to OpenRouter. */
  public ModelRoutes routes() {
    return routes;
  }

  /** Links by which people without an account look at usage. */
  public UsageLinks links() {
    return links;
  }

  /** Passwords of the infrastructure, as people read them. */
  public ReadingRoom reading() {
    return reading;
  }

  /** Passwords of the infrastructure, changed at their SDDC Manager. */
  public RotationRoom rotation() {
    return rotation;
  }

  /** Whether passwords of the infrastructure sign in. */
  public LoginRoom logins() {
    return logins;
  }

  /** Passwords of the infrastructure underneath. */
  public InfrastructureRoom infrastructure() {
    return infrastructure;
  }

  /** The people of tenants' workspaces. */
  public PersonRoom people() {
    return people;
  }

  /** The app's variables in their layers. */
  public VariableRoom variables() {
    return variables;
  }

  /** How tenants' people sign in. */
  public IdentityRoom identity() {
    return identity;
  }

  /** Tenants' own names and looks. */
  public BrandRoom brands() {
    return brands;
  }

  /** By which names people reach tenants, and what they are shown. */
  public IngressRoom ingress() {
    return ingress;
  }

  /** The server itself. */
  public Household household() {
    return household;
  }

  /** What models cost. */
  public Prices prices() {
    return prices;
  }

  /** What a dollar costs. */
  public Rates rates() {
    return rates;
  }

  /** Where this process counts what it does. */
  public Metrics metrics() {
    return metrics;
  }

  @Override
  public void close() {
    try (Parts parts = new Parts()) {
      parts.add("log", household);
      parts.add("store", database);
      parts.add("engine", engine);
      parts.add("front door", programs);
      parts.add("infrastructure", infrastructure);
      parts.add("jobs", jobs);
      parts.add("OpenRouter", openRouter);
      parts.add("banks", banks);
      parts.add("schedule", schedule);
      parts.add("upstream keys", upstream);
    }
  }
}
