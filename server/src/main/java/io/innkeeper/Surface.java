package io.innkeeper;

import io.innkeeper.access.MeResource;
import io.innkeeper.access.OperatorName;
import io.innkeeper.access.OperatorResource;
import io.innkeeper.access.SessionResource;
import io.innkeeper.access.TokenResource;
import io.innkeeper.advisor.AdviceResource;
import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditResource;
import io.innkeeper.caller.Role;
import io.innkeeper.console.Console;
import io.innkeeper.crosscheck.CrossCheckResource;
import io.innkeeper.crosscheck.CrossChecks;
import io.innkeeper.doctor.Doctor;
import io.innkeeper.doctor.DoctorResource;
import io.innkeeper.fault.Fault;
import io.innkeeper.former.FormerRoom;
import io.innkeeper.http.Call;
import io.innkeeper.http.ConsoleTls;
import io.innkeeper.http.ErrorPages;
import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.reading.Rights;
import io.innkeeper.job.JobResource;
import io.innkeeper.key.KeyResource;
import io.innkeeper.link.LinkResource;
import io.innkeeper.openrouter.OpenRouterRecords;
import io.innkeeper.organisation.EnvironmentOrganisation;
import io.innkeeper.organisation.OrganisationPath;
import io.innkeeper.organisation.OrganisationResource;
import io.innkeeper.organisation.RulesResource;
import io.innkeeper.rate.RateResource;
import io.innkeeper.route.RouteResource;
import io.innkeeper.schedule.ScheduleResource;
import io.innkeeper.schedule.ScheduledTask;
import io.innkeeper.settings.ReadSettings;
import io.innkeeper.tenant.TenantResource;
import io.innkeeper.usage.Comparison;
import io.innkeeper.usage.PriceResource;
import io.innkeeper.usage.tracking.PastDays;
import io.innkeeper.usage.tracking.TrackingHealth;
import io.innkeeper.usage.tracking.TrackingRoom;
import io.innkeeper.usage.webhook.WebhookSecrets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** All that can be asked from outside: the API of every room, the console, health and metrics. */
final class Surface {
  private final Rooms rooms;
  private final ReadSettings<InnkeeperSettings> read;
  private final ConsoleTls tls;
  private final Background background;
  private final Monitoring monitoring;
  private final Console console;
  private final Doctor doctor;

  Surface(
      Rooms rooms,
      ReadSettings<InnkeeperSettings> read,
      ConsoleTls tls,
      EnvironmentOrganisation environment,
      Background background) {
    this.rooms = rooms;
    this.read = read;
    this.tls = tls;
    this.background = background;
    this.monitoring =
        new Monitoring(
            rooms, environment, background::ready, () -> background.calls().map(ModelCalls::age));
    this.doctor = RunningDoctor.of(rooms, tls, environment, background);
    this.console =
        RunningConsole.of(rooms, tls.shown(), read.effective(), background.tasks(), doctor);
  }

  /** What a process answers that only serves model calls. */
  Routes watching() {
    Routes routes = new Routes();
    monitoring.hang(routes);
    return routes;
  }

  Routes routes() {
    Routes routes = watching();
    OrganisationPath path = new OrganisationPath(rooms.entrance().organisations());
    hangPeople(routes);
    hangTenants(routes);
    hangMoney(routes, path);
    rooms.tenancy().variables().hang(routes, path);
    rooms.tenancy().identity().hang(routes);
    new LinkResource(rooms.money().links(), path, rooms.foundation().clock()).hang(routes);
    hangVault(routes);
    rooms.face().ingress().hang(routes);
    hangHouse(routes);
    console.hang(routes);
    return routes;
  }

  private void hangPeople(Routes routes) {
    Function<String, UUID> organisation = name -> rooms.entrance().organisations().named(name).id();
    new SessionResource(rooms.entrance().signIn(), rooms.entrance().sessions()).hang(routes);
    new MeResource(rooms.entrance().operators(), rooms.entrance().passwords()).hang(routes);
    new OperatorResource(
            rooms.entrance().operators(),
            rooms.entrance().passwords(),
            rooms.entrance().sessions(),
            organisation)
        .hang(routes);
    new TokenResource(
            rooms.entrance().tokens(), rooms.foundation().settings().access(), organisation)
        .hang(routes);
    new AuditResource(rooms.foundation().audit()).hang(routes);
    new SettingsResource(read.effective()).hang(routes);
    new OrganisationResource(
            rooms.entrance().organisations(), rooms.tenancy().tenants().tenants()::living)
        .hang(routes);
  }

  private void hangTenants(Routes routes) {
    new JobResource(rooms.foundation().jobs()).hang(routes);
    new TenantResource(
            rooms.tenancy().tenants(),
            new OrganisationPath(rooms.entrance().organisations()),
            rooms.face().ingress()::looked)
        .hang(routes);
    rooms.tenancy().people().hang(routes);
    new ScheduleResource(background.tasks()).hang(routes);
  }

  private void hangMoney(Routes routes, OrganisationPath path) {
    Clock clock = rooms.foundation().clock();
    rooms.money().usage().hang(routes);
    rooms.money().usage().hangBreakdown(routes, rooms.money().rates());
    new TrackingRoom(tracking()).hang(routes);
    new KeyResource(rooms.gate().keys(), new TenantKeys(rooms.tenancy().tenants()), path, clock)
        .hang(routes);
    CrossChecks checks = new CrossChecks(rooms.tenancy().tenants(), rooms.money().usage(), clock);
    new CrossCheckResource(checks, path, clock).hang(routes);
    new RulesResource(rooms.gate().models(), rooms.gate().limits(), path).hang(routes);
    rooms.money().budgets().hang(routes, new SpenderNames(rooms));
    new RouteResource(rooms.gate().routes(), path).hang(routes);
    new RateResource(rooms.money().rates()).hang(routes);
    new PriceResource(rooms.money().prices(), rooms.money().usage().priceHistory(), clock)
        .hang(routes);
    rooms.money().upstream().hang(routes);
    rooms.face().brands().hang(routes);
    rooms.money().statements().hang(routes);
  }

  private void hangVault(Routes routes) {
    rooms.vault().reading().hang(routes, this::holder);
    rooms.vault().infrastructure().hang(routes);
    rooms.vault().rotation().hang(routes);
    rooms.vault().sealing().hang(routes);
    rooms.vault().logins().hang(routes);
  }

  private void hangHouse(Routes routes) {
    rooms.household().hang(routes, rooms.foundation().clock());
    new FormerRoom(
            rooms.vault().infrastructure(),
            rooms.household(),
            () -> tls.shown().chain().getFirst(),
            rooms.foundation().clock())
        .hang(routes);
    new DoctorResource(doctor).hang(routes);
    new AdviceResource(rooms.advisor(), rooms.foundation().clock()).hang(routes);
  }

  /** Who can be given a right to read passwords. */
  private Rights.Holder holder(String name) {
    return rooms
        .entrance()
        .operators()
        .find(OperatorName.parse(name))
        .map(operator -> new Rights.Holder(operator.id(), operator.name().value()))
        .orElseThrow(
            () -> Fault.notFound("operator-not-found", "There is no operator “" + name + "”."));
  }

  /** What clients of the reference are told of. */
  private TrackingRoom.Needs tracking() {
    Foundation ground = rooms.foundation();
    WebhookSecrets secrets =
        new WebhookSecrets(
            ground.database(), ground.box(), ground.audit(), ground.ids(), ground.clock());
    OpenRouterRecords records = rooms.money().records(rooms.entrance().organisations());
    Comparison comparison = rooms.money().usage().comparison(records);
    return new TrackingRoom.Needs(
        ground.database(),
        rooms.entrance().organisations(),
        rooms.money().usage(),
        rooms.money().prices(),
        rooms.gate().models(),
        rooms.money().rates(),
        new TrackedSeats(rooms.entrance().organisations(), rooms.money().statements()),
        secrets,
        new PastDays(ground.database(), ground.audit(), comparison::day, ground.clock()),
        new TrackingHealth(
            ground.database(),
            rooms.money().rates(),
            secrets,
            this::lastComparison,
            ground.clock()),
        ground.clock());
  }

  private Optional<Instant> lastComparison() {
    return background.tasks().tasks().stream()
        .filter(task -> task.name().equals("comparison"))
        .findFirst()
        .flatMap(ScheduledTask::ended);
  }

  Doctor doctor() {
    return doctor;
  }

  ErrorPages errorPages() {
    return console.errorPages();
  }

  /** Somebody tried what their role doesn't allow. */
  void refused(Call call, Role needed) {
    rooms
        .foundation()
        .audit()
        .refuse(
            AuditEvent.refused(
                call.actor(),
                "http.refused",
                call.method() + " " + call.target(),
                "needs the role " + needed.word()));
  }
}
