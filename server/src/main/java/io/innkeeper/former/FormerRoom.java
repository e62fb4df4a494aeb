package io.innkeeper.former;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.caller.Role;
import io.innkeeper.household.Household;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.room.InfrastructureRoom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.function.Supplier;

/** The former paths put together. */
public final class FormerRoom {
  private final InfrastructureRoom infrastructure;
  private final Household household;
  private final Supplier<X509Certificate> certificate;
  private final Clock clock;

  /**
   * @param certificate the console’s, as it is shown now
   */
  public FormerRoom(
      InfrastructureRoom infrastructure,
      Household household,
      Supplier<X509Certificate> certificate,
      Clock clock) {
    this.infrastructure = infrastructure;
    this.household = household;
    this.certificate = certificate;
    this.clock = clock;
  }

  public void hang(Routes routes) {
    new EnvironmentPaths(infrastructure).hang(routes);
    new ServerPaths(household, infrastructure.environments(), certificate, clock).hang(routes);
    // “export” comes before what may be any file.
    Moved.ALL.forEach(one -> one.hang(routes));
    new LogPaths(household.log()).hang(routes);
    bookmark(routes, "/dashboard", VIEWER, "/credentials");
    bookmark(routes, "/change-password", VIEWER, "/password");
    bookmark(routes, "/settings/users", ADMIN, "/operators");
    bookmark(routes, "/settings/ssl", ADMIN, "/server");
    bookmark(routes, "/settings/server", ADMIN, "/server");
    bookmark(routes, "/settings/scheduler", ADMIN, "/jobs/schedule");
    bookmark(routes, "/logs", ADMIN, "/server/log");
    routes.openPage("GET", "/login", call -> Reply.seeOther("/sign-in"));
    routes.page(
        "GET",
        "/environment/{environment}",
        VIEWER,
        call ->
            Reply.seeOther(
                "/credentials/"
                    + infrastructure.environments().named(call.path("environment")).id()));
  }

  private static void bookmark(Routes routes, String path, Role least, String now) {
    routes.page("GET", path, least, call -> Reply.seeOther(now));
  }
}
