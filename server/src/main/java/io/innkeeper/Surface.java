package io.innkeeper;

import io.innkeeper.access.MeResource;
import io.innkeeper.access.OperatorResource;
import io.innkeeper.access.SessionResource;
import io.innkeeper.access.TokenResource;
import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditResource;
import io.innkeeper.caller.Role;
import io.innkeeper.console.Console;
import io.innkeeper.console.ConsoleParts;
import io.innkeeper.console.MoneyParts;
import io.innkeeper.doctor.Doctor;
import io.innkeeper.doctor.DoctorResource;
import io.innkeeper.http.Call;
import io.innkeeper.http.ErrorPages;
import io.innkeeper.http.Routes;
import io.innkeeper.http.ServerCertificate;
import io.innkeeper.job.JobResource;
import io.innkeeper.key.KeyResource;
import io.innkeeper.organisation.EnvironmentOrganisation;
import io.innkeeper.organisation.OrganisationPath;
import io.innkeeper.organisation.OrganisationResource;
import io.innkeeper.organisation.RulesResource;
import io.innkeeper.route.RouteResource;
import io.innkeeper.schedule.ScheduleResource;
import io.innkeeper.settings.ReadSettings;
import io.innkeeper.tenant.TenantResource;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import java.util.function.Function;

/** All that can be asked from outside: the API of every room, the console, health and metrics. */
final class Surface {
  private final Rooms rooms;
  private final ReadSettings<InnkeeperSettings> read;
  private final Background background;
  private final Monitoring monitoring;
  private final Console console;
  private final Doctor doctor;

  Surface(
      Rooms rooms,
      ReadSettings<InnkeeperSettings> read,
      ServerCertificate certificate,
      EnvironmentOrganisation environment,
      Background background) {
    this.rooms = rooms;
    this.read = read;
    this.background = background;
    this.monitoring = new Monitoring(rooms, environment, background::ready);
    this.doctor = RunningDoctor.of(rooms, certificate, environment, background::calls);
    this.console = new Console(parts(rooms, certificate));
  }

  private ConsoleParts parts(Rooms rooms, ServerCertificate certificate) {
    return new ConsoleParts(
        hostName(),
        certificate.selfMade() ? certificate.fingerprint() : "",
        rooms.clock(),
        rooms.audit(),
        rooms.operators(),
        rooms.passwords(),
        rooms.sessions(),
        rooms.signIn(),
        rooms.organisations(),
        rooms.tenants(),
        rooms.jobs(),
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
            rooms.routes()));
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
    new TenantResource(rooms.tenants(), name -> rooms.organisations().active(name).id())
        .hang(routes);
    new ScheduleResource(background::tasks).hang(routes);
    rooms.usage().hang(routes);
    OrganisationPath path = new OrganisationPath(rooms.organisations());
    new KeyResource(rooms.keys(), new TenantKeys(rooms.tenants()), path, rooms.clock())
        .hang(routes);
    new RulesResource(rooms.models(), rooms.limits(), path).hang(routes);
    rooms.budgets().hang(routes, new SpenderNames(rooms));
    new RouteResource(rooms.routes(), path).hang(routes);
    new DoctorResource(doctor).hang(routes);
    console.hang(routes);
    return routes;
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
