package io.innkeeper.console;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.RouteRow;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.route.ModelRoute;
import java.util.List;

/** An organisation's routes as rows, in the order in which they are tried. */
final class RouteRows {
  private RouteRows() {}

  static List<RouteRow> of(Organisation organisation, List<ModelRoute> routes, boolean acts) {
    return routes.stream().map(route -> row(organisation, route, acts)).toList();
  }

  private static RouteRow row(Organisation organisation, ModelRoute route, boolean acts) {
    String at = address(organisation, route);
    return new RouteRow(
        models(route),
        route.target().name(),
        route.target().base().toString(),
        RouteForm.word(route.target().flavour()),
        acts
            ? List.of(
                Action.go("Change", at + "/change").with("sliders-horizontal"),
                Action.ask("Remove…", at + "/remove").with("trash-2").danger())
            : List.of());
  }

  static String models(ModelRoute route) {
    return route.prefix().isEmpty() ? "all models" : route.prefix() + "…";
  }

  static String address(Organisation organisation) {
    return OrganisationScreens.address(organisation) + "/routes";
  }

  static String address(Organisation organisation, ModelRoute route) {
    return address(organisation) + "/" + route.id();
  }

  static String api(Organisation organisation) {
    return "/api/v1" + address(organisation);
  }
}
