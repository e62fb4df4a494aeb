package io.innkeeper;

import io.innkeeper.access.MeResource;
import io.innkeeper.access.OperatorResource;
import io.innkeeper.access.SessionResource;
import io.innkeeper.access.TokenResource;
import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditResource;
import io.innkeeper.caller.Role;
import io.innkeeper.http.Call;
import io.innkeeper.http.ErrorPages;
import io.innkeeper.http.Routes;
import io.innkeeper.http.ServerCertificate;
import io.innkeeper.http.StaticFiles;
import io.innkeeper.organisation.EnvironmentOrganisation;
import io.innkeeper.organisation.OrganisationResource;
import io.innkeeper.settings.ReadSettings;
import io.innkeeper.tenant.TenantResource;
import java.util.UUID;
import java.util.function.Function;

/** All that can be asked from outside: the API of every room, the console, health and metrics. */
final class Surface {
  private final Rooms rooms;
  private final ReadSettings<InnkeeperSettings> read;
  private final Monitoring monitoring;
  private final StaticFiles files = new StaticFiles();

  Surface(
      Rooms rooms,
      ReadSettings<InnkeeperSettings> read,
      ServerCertificate certificate,
      EnvironmentOrganisation environment,
      Background background) {
    this.rooms = rooms;
    this.read = read;
    this.monitoring = new Monitoring(rooms, environment, background::ready);
  }

  Routes routes() {
    Routes routes = new Routes();
    monitoring.hang(routes);
    Function<String, UUID> organisation = name -> rooms.organisations().named(name).id();
    new SessionResource(rooms.signIn(), rooms.sessions()).hang(routes);
    new MeResource(rooms.operators(), rooms.passwords()).hang(routes);
    new OperatorResource(rooms.operators(), rooms.passwords(), rooms.sessions(), organisation)
        .hang(routes);
    new TokenResource(rooms.tokens(), rooms.settings().access(), organisation).hang(routes);
    new AuditResource(rooms.audit()).hang(routes);
    new SettingsResource(read.effective()).hang(routes);
    new OrganisationResource(rooms.organisations(), rooms.tenants().tenants()::living).hang(routes);
    new TenantResource(rooms.tenants(), name -> rooms.organisations().active(name).id())
        .hang(routes);
    return routes;
  }

  ErrorPages errorPages() {
    return (call, fault) ->
        io.innkeeper.http.Reply.html(fault.kind().status(), "<h1>" + fault.kind() + "</h1>");
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

  StaticFiles files() {
    return files;
  }
}
