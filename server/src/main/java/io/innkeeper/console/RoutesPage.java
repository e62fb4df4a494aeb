package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.console.RulesPage.open;
import static io.innkeeper.console.RulesPage.overtaken;
import static io.innkeeper.console.RulesPage.spend;

import io.innkeeper.client.NewRoute;
import io.innkeeper.client.RouteChange;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.route.ModelRoute;
import io.innkeeper.route.ModelRoutes;
import io.innkeeper.route.RouteInput;
import java.util.List;
import java.util.Optional;

/** Adding, changing and removing an organisation's routes to other upstreams. */
final class RoutesPage {
  private static final String ALL = "/organisations";
  private static final String ROUTES = ALL + "/{organisation}/routes";
  private static final String ONE = ROUTES + "/{route}";

  private final ConsoleParts parts;
  private final ModelRoutes all;
  private final Pages pages;

  RoutesPage(ConsoleParts parts, Pages pages) {
    this.parts = parts;
    this.all = parts.money().routes();
    this.pages = pages;
  }

  void hang(Routes routes) {
    routes.page("GET", ROUTES + "/new", OPERATOR, this::creating);
    routes.drawer(ROUTES + "/new/commands", OPERATOR, this::createCommands);
    routes.page("POST", ROUTES, OPERATOR, this::create);
    routes.page("GET", ONE + "/change", OPERATOR, this::changing);
    routes.drawer(ONE + "/change/commands", OPERATOR, this::changeCommands);
    routes.page("POST", ONE + "/change", OPERATOR, this::change);
    routes.page("GET", ONE + "/remove", OPERATOR, this::askToRemove);
    routes.page("POST", ONE + "/remove", OPERATOR, this::remove);
  }

  private Reply creating(Call call) {
    return pages.page(call, ALL, RouteForm.creating(open(parts, call), RouteForm.fresh()));
  }

  private Reply createCommands(Call call) {
    return pages.dialog(call, ALL, RouteForm.create(open(parts, call), RouteForm.typed(call)));
  }

  private Reply create(Call call) {
    Organisation one = open(parts, call);
    Typed typed = RouteForm.typed(call);
    try {
      NewRoute given = RouteForm.create(typed);
      ModelRoute route =
          all.create(
              one,
              RouteInput.prefix(given),
              RouteInput.target(given),
              RouteInput.demandedKey(given.key()),
              call.actor());
      return pages.done(call, spend(one), leads(route));
    } catch (Fault e) {
      return pages.formAgain(call, ALL, RouteForm.creating(one, typed.refusedBy(e, "baseUrl")));
    }
  }

  private Reply changing(Call call) {
    Organisation one = open(parts, call);
    ModelRoute route = named(call, one);
    return pages.page(
        call, ALL, RouteForm.changing(one, route, route.version(), RouteForm.now(route)));
  }

  private Reply changeCommands(Call call) {
    Organisation one = open(parts, call);
    return pages.dialog(call, ALL, RouteForm.change(one, named(call, one), RouteForm.typed(call)));
  }

  private Reply change(Call call) {
    Organisation one = open(parts, call);
    ModelRoute route = named(call, one);
    Typed typed = RouteForm.typed(call);
    long seen = RulesPage.seen(call);
    try {
      RouteChange given = RouteForm.change(typed);
      ModelRoute after =
          all.change(
              one,
              route.id(),
              RouteInput.changed(route.target(), given),
              RouteInput.key(typed.value("key")),
              seen,
              call.actor());
      return pages.done(call, spend(one), leads(after));
    } catch (Fault e) {
      Typed again = typed.refusedBy(e, "baseUrl");
      if (!overtaken(e))
        return pages.formAgain(call, ALL, RouteForm.changing(one, route, seen, again));
      return pages.conflict(
          call, ALL, RouteForm.changing(one, route, named(call, one).version(), again));
    }
  }

  private Reply askToRemove(Call call) {
    Organisation one = open(parts, call);
    ModelRoute route = named(call, one);
    Question question =
        new Question(
            "Remove the route for " + RouteRows.models(route) + "?",
            Sentence.of("A shorter route serves them from now on, or else OpenRouter."),
            List.of("the upstream’s key"),
            List.of("What was spent stays in the books"),
            List.of(),
            "",
            Action.post("Remove route", RouteRows.address(one, route) + "/remove")
                .with("trash-2")
                .danger(),
            "Keep it",
            spend(one),
            Optional.empty(),
            CommandLines.of("route remove", "")
                .word(one.slug().value())
                .word(route.prefix())
                .cli());
    return pages.dialog(call, ALL, question);
  }

  private Reply remove(Call call) {
    Organisation one = open(parts, call);
    ModelRoute route = named(call, one);
    all.remove(one, route.id(), call.actor());
    return pages.done(
        call, spend(one), Toast.of("The route for " + RouteRows.models(route) + " is removed."));
  }

  private static Toast leads(ModelRoute route) {
    return Toast.of(
        "Calls for " + RouteRows.models(route) + " go to " + route.target().name() + ".");
  }

  private ModelRoute named(Call call, Organisation one) {
    return all.get(one.id(), call.id("route"));
  }
}
