package io.innkeeper.route;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.client.NewRoute;
import io.innkeeper.client.Page;
import io.innkeeper.client.RouteChange;
import io.innkeeper.client.RouteView;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.OrganisationPath;
import io.innkeeper.secret.Secret;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Routes for programs: {@code /api/v1/organisations/{organisation}/routes}. */
public final class RouteResource {
  private static final String ALL = OrganisationPath.ONE + "/routes";
  private static final String ONE = ALL + "/{route}";

  private final ModelRoutes all;
  private final OrganisationPath organisations;

  public RouteResource(ModelRoutes all, OrganisationPath organisations) {
    this.all = all;
    this.organisations = organisations;
  }

  public void hang(Routes routes) {
    routes.api(
        "GET",
        ALL,
        VIEWER,
        "Where its calls go, in the order in which routes are tried; OpenRouter serves the rest.",
        TypeOf.page(RouteView.class),
        this::list);
    routes.api(
        "POST",
        ALL,
        OPERATOR,
        "Sends models that begin in a certain way to another upstream; its key is sealed.",
        NewRoute.class,
        RouteView.class,
        this::create);
    routes.api(
        "GET",
        ONE,
        VIEWER,
        "One route.",
        RouteView.class,
        call -> reply(all.get(organisations.of(call).id(), call.id("route"))));
    routes
        .api(
            "PATCH",
            ONE,
            OPERATOR,
            "Changes where it leads, or its key.",
            RouteChange.class,
            RouteView.class,
            this::change)
        .versioned();
    routes.api("DELETE", ONE, OPERATOR, "Removes a route.", Void.class, this::remove);
  }

  private Page<RouteView> list(Call call) {
    List<RouteView> found =
        all.of(organisations.of(call).id()).stream().map(RouteResource::view).toList();
    return new Page<>(found, null, found.size());
  }

  private Reply create(Call call) {
    Organisation organisation = organisations.open(call);
    NewRoute given = call.body(NewRoute.class);
    ModelRoute route =
        all.create(
            organisation,
            RouteInput.prefix(given),
            RouteInput.target(given),
            RouteInput.demandedKey(given.key()),
            call.actor());
    String place = "/api/v1/organisations/" + organisation.slug() + "/routes/" + route.id();
    return Reply.created(place, view(route)).version(route.version());
  }

  private Reply change(Call call) {
    Organisation organisation = organisations.open(call);
    UUID id = call.id("route");
    RouteChange given = call.body(RouteChange.class);
    ModelRoute now = all.get(organisation.id(), id);
    Optional<Secret> key = RouteInput.key(given.key() == null ? "" : given.key());
    ModelRoute.Target wanted = RouteInput.changed(now.target(), given);
    return reply(all.change(organisation, id, wanted, key, call.expectedVersion(), call.actor()));
  }

  private Reply remove(Call call) {
    all.remove(organisations.open(call), call.id("route"), call.actor());
    return Reply.none();
  }

  private static RouteView view(ModelRoute route) {
    return new RouteView(
        route.id(),
        route.organisation(),
        route.prefix(),
        route.target().name(),
        route.target().base().toString(),
        route.target().flavour().word(),
        route.changedAt(),
        route.changedBy(),
        route.version());
  }

  private static Reply reply(ModelRoute route) {
    return Reply.ok(view(route)).version(route.version());
  }
}
