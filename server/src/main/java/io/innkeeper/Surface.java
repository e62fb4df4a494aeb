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
import io.innkeeper.console.AppParts;
import io.innkeeper.console.BilledSeats;
import io.innkeeper.console.Console;
import io.innkeeper.console.ConsoleParts;
import io.innkeeper.console.MoneyParts;
import io.innkeeper.console.VaultParts;
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
import io.innkeeper.http.ServerCertificate;
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
import io.innkeeper.store.Ids;
import io.innkeeper.tenant.TenantResource;
import io.innkeeper.usage.Comparison;
import io.innkeeper.usage.PriceResource;
import io.innkeeper.usage.tracking.PastDays;
import io.innkeeper.usage.tracking.TrackingHealth;
import io.innkeeper.usage.tracking.TrackingRoom;
import io.innkeeper.usage.webhook.WebhookSecrets;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
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
    this.monitoring = new Monitoring(rooms, environment, background::ready);
    this.doctor = RunningDoctor.of(rooms, tls, environment, background);
    this.console = new Console(parts(rooms, tls.shown()));
  }

  private ConsoleParts parts(Rooms rooms, ServerCertificate certificate) {
    return new ConsoleParts(
        hostName(),
        certificate.selfMade() ? certificate.fingerprint() : "",
        rooms.settings().http().notice(),
        rooms.clock(),
        rooms.audit(),
        rooms.operators(),
        rooms.passwords(),
        rooms.sessions(),
        rooms.signIn(),
        rooms.organisations(),
        rooms.tenants(),
        rooms.jobs(),
        background.tasks(),
        rooms.engine(),
        rooms.tokens(),
        rooms.settings().access(),
        read.effective(),
        doctor,
        new MoneyParts(
            rooms.usage(),
            rooms.prices(),
            rooms.keys(),
            new TenantKeys(rooms.tenants()),
            rooms.budgets(),
            new SpenderNames(rooms),
            rooms.models(),
            rooms.limits(),
            rooms.routes(),
            rooms.rates(),
            rooms.upstream().keys(),
            rooms.statements(),
            rooms.links(),
            rooms.rates(),
            new BilledSeats(rooms.organisations(), rooms.statements())),
        rooms.people(),
        rooms.advisor(),
        rooms.ingress(),
        new AppParts(rooms.variables(), rooms.identity()),
        rooms.brands(),
        new VaultParts(
            rooms.reading(),
            rooms.rotation().changes(),
            rooms.logins().logins(),
            (environment, by) ->
                rooms.infrastructure().syncs().order(environment, List.of(), false, by),
            rooms.infrastructure()),
        rooms.household());
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  /** What a process answers that only serves model calls. */
  Routes watching() {
    Routes routes = new Routes();
    monitoring.hang(routes);
    return routes;
  }

  Routes routes() {
    Routes routes = watching();
    Function<String, UUID> organisation = name -> rooms.organisations().named(name).id();
    new SessionResource(rooms.signIn(), rooms.sessions()).hang(routes);
    new MeResource(rooms.operators(), rooms.passwords()).hang(routes);
    new OperatorResource(rooms.operators(), rooms.passwords(), rooms.sessions(), organisation)
        .hang(routes);
    new TokenResource(rooms.tokens(), rooms.settings().access(), organisation).hang(routes);
    new AuditResource(rooms.audit()).hang(routes);
    new SettingsResource(read.effective()).hang(routes);
    new OrganisationResource(rooms.organisations(), rooms.tenants().tenants()::living).hang(routes);
    new JobResource(rooms.jobs()).hang(routes);
    new TenantResource(
            rooms.tenants(),
            name -> rooms.organisations().active(name).id(),
            rooms.ingress()::looked)
        .hang(routes);
    rooms.people().hang(routes);
    new ScheduleResource(background.tasks()).hang(routes);
    rooms.usage().hang(routes);
    rooms.usage().hangBreakdown(routes, rooms.rates());
    new TrackingRoom(tracking()).hang(routes);
    OrganisationPath path = new OrganisationPath(rooms.organisations());
    new KeyResource(rooms.keys(), new TenantKeys(rooms.tenants()), path, rooms.clock())
        .hang(routes);
    CrossChecks checks = new CrossChecks(rooms.tenants(), rooms.usage(), rooms.clock());
    new CrossCheckResource(checks, path, rooms.clock()).hang(routes);
    new RulesResource(rooms.models(), rooms.limits(), path).hang(routes);
    rooms.budgets().hang(routes, new SpenderNames(rooms));
    new RouteResource(rooms.routes(), path).hang(routes);
    new RateResource(rooms.rates()).hang(routes);
    new PriceResource(rooms.prices(), rooms.usage().priceHistory(), rooms.clock()).hang(routes);
    rooms.upstream().hang(routes);
    rooms.brands().hang(routes);
    rooms.statements().hang(routes);
    rooms.variables().hang(routes, path);
    rooms.identity().hang(routes);
    new LinkResource(rooms.links(), path, rooms.clock()).hang(routes);
    rooms.reading().hang(routes, this::holder);
    rooms.infrastructure().hang(routes);
    rooms.rotation().hang(routes);
    rooms.logins().hang(routes);
    rooms.ingress().hang(routes);
    rooms.household().hang(routes, rooms.clock());
    new FormerRoom(
            rooms.infrastructure(),
            rooms.household(),
            () -> tls.shown().chain().getFirst(),
            rooms.clock())
        .hang(routes);
    new DoctorResource(doctor).hang(routes);
    new AdviceResource(rooms.advisor(), rooms.clock()).hang(routes);
    console.hang(routes);
    return routes;
  }

  /** Who can be given a right to read passwords. */
  private Rights.Holder holder(String name) {
    return rooms
        .operators()
        .find(OperatorName.parse(name))
        .map(operator -> new Rights.Holder(operator.id(), operator.name().value()))
        .orElseThrow(
            () -> Fault.notFound("operator-not-found", "There is no operator “" + name + "”."));
  }

  /** What clients of the reference are told of. */
  private TrackingRoom.Needs tracking() {
    WebhookSecrets secrets =
        new WebhookSecrets(
            rooms.database(), rooms.box(), rooms.audit(), new Ids(rooms.clock()), rooms.clock());
    OpenRouterRecords records =
        new OpenRouterRecords(rooms.openRouter(), rooms.organisations()::upstreamKey);
    Comparison comparison = rooms.usage().comparison(records);
    return new TrackingRoom.Needs(
        rooms.database(),
        rooms.organisations(),
        rooms.usage(),
        rooms.prices(),
        rooms.models(),
        rooms.rates(),
        new TrackedSeats(rooms.organisations(), rooms.statements()),
        secrets,
        new PastDays(rooms.database(), rooms.audit(), comparison::day, rooms.clock()),
        new TrackingHealth(
            rooms.database(), rooms.rates(), secrets, this::lastComparison, rooms.clock()),
        rooms.clock());
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
        .audit()
        .refuse(
            AuditEvent.refused(
                call.actor(),
                "http.refused",
                call.method() + " " + call.target(),
                "needs the role " + needed.word()));
  }
}
