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
        rooms.foundation().settings().http().notice(),
        rooms.foundation().clock(),
        rooms.foundation().audit(),
        rooms.entrance().operators(),
        rooms.entrance().passwords(),
        rooms.entrance().sessions(),
        rooms.entrance().signIn(),
        rooms.entrance().organisations(),
        rooms.tenancy().tenants(),
        rooms.foundation().jobs(),
        background.tasks(),
        rooms.machine().engine(),
        rooms.entrance().tokens(),
        rooms.foundation().settings().access(),
        read.effective(),
        doctor,
        new MoneyParts(
            rooms.money().usage(),
            rooms.money().prices(),
            rooms.gate().keys(),
            new TenantKeys(rooms.tenancy().tenants()),
            rooms.money().budgets(),
            new SpenderNames(rooms),
            rooms.gate().models(),
            rooms.gate().limits(),
            rooms.gate().routes(),
            rooms.money().rates(),
            rooms.money().upstream().keys(),
            rooms.money().statements(),
            rooms.money().links(),
            rooms.money().rates(),
            new BilledSeats(rooms.entrance().organisations(), rooms.money().statements())),
        rooms.tenancy().people(),
        rooms.advisor(),
        rooms.face().ingress(),
        new AppParts(rooms.tenancy().variables(), rooms.tenancy().identity()),
        rooms.face().brands(),
        new VaultParts(
            rooms.vault().reading(),
            rooms.vault().rotation().changes(),
            (environment, by) ->
                rooms.vault().infrastructure().syncs().order(environment, List.of(), false, by),
            rooms.vault().infrastructure()),
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
    new JobResource(rooms.foundation().jobs()).hang(routes);
    new TenantResource(
            rooms.tenancy().tenants(),
            name -> rooms.entrance().organisations().active(name).id(),
            rooms.face().ingress()::looked)
        .hang(routes);
    rooms.tenancy().people().hang(routes);
    new ScheduleResource(background.tasks()).hang(routes);
    rooms.money().usage().hang(routes);
    rooms.money().usage().hangBreakdown(routes, rooms.money().rates());
    new TrackingRoom(tracking()).hang(routes);
    OrganisationPath path = new OrganisationPath(rooms.entrance().organisations());
    new KeyResource(
            rooms.gate().keys(),
            new TenantKeys(rooms.tenancy().tenants()),
            path,
            rooms.foundation().clock())
        .hang(routes);
    CrossChecks checks =
        new CrossChecks(
            rooms.tenancy().tenants(), rooms.money().usage(), rooms.foundation().clock());
    new CrossCheckResource(checks, path, rooms.foundation().clock()).hang(routes);
    new RulesResource(rooms.gate().models(), rooms.gate().limits(), path).hang(routes);
    rooms.money().budgets().hang(routes, new SpenderNames(rooms));
    new RouteResource(rooms.gate().routes(), path).hang(routes);
    new RateResource(rooms.money().rates()).hang(routes);
    new PriceResource(
            rooms.money().prices(),
            rooms.money().usage().priceHistory(),
            rooms.foundation().clock())
        .hang(routes);
    rooms.money().upstream().hang(routes);
    rooms.face().brands().hang(routes);
    rooms.money().statements().hang(routes);
    rooms.tenancy().variables().hang(routes, path);
    rooms.tenancy().identity().hang(routes);
    new LinkResource(rooms.money().links(), path, rooms.foundation().clock()).hang(routes);
    rooms.vault().reading().hang(routes, this::holder);
    rooms.vault().infrastructure().hang(routes);
    rooms.vault().rotation().hang(routes);
    rooms.face().ingress().hang(routes);
    rooms.household().hang(routes, rooms.foundation().clock());
    new FormerRoom(
            rooms.vault().infrastructure(),
            rooms.household(),
            () -> tls.shown().chain().getFirst(),
            rooms.foundation().clock())
        .hang(routes);
    new DoctorResource(doctor).hang(routes);
    new AdviceResource(rooms.advisor(), rooms.foundation().clock()).hang(routes);
    console.hang(routes);
    return routes;
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
    WebhookSecrets secrets =
        new WebhookSecrets(
            rooms.foundation().database(),
            rooms.foundation().box(),
            rooms.foundation().audit(),
            new Ids(rooms.foundation().clock()),
            rooms.foundation().clock());
    OpenRouterRecords records =
        new OpenRouterRecords(
            rooms.money().openRouter(), rooms.entrance().organisations()::upstreamKey);
    Comparison comparison = rooms.money().usage().comparison(records);
    return new TrackingRoom.Needs(
        rooms.foundation().database(),
        rooms.entrance().organisations(),
        rooms.money().usage(),
        rooms.money().prices(),
        rooms.gate().models(),
        rooms.money().rates(),
        new TrackedSeats(rooms.entrance().organisations(), rooms.money().statements()),
        secrets,
        new PastDays(
            rooms.foundation().database(),
            rooms.foundation().audit(),
            comparison::day,
            rooms.foundation().clock()),
        new TrackingHealth(
            rooms.foundation().database(),
            rooms.money().rates(),
            secrets,
            this::lastComparison,
            rooms.foundation().clock()),
        rooms.foundation().clock());
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
