package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Secret;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.WideActView;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.job.Job;
import io.innkeeper.person.WideAct;
import io.innkeeper.person.WidePeople;
import io.innkeeper.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** How it went with each, what is left to repeat, and passwords that were made, this once. */
final class WideActPage {
  private static final String ONE = "/people/acts/{act}";

  private final ConsoleParts parts;
  private final Pages pages;
  private final Tray tray;
  private final Moments moments;

  WideActPage(ConsoleParts parts, Pages pages, Tray tray, Moments moments) {
    this.parts = parts;
    this.pages = pages;
    this.tray = tray;
    this.moments = moments;
  }

  static String address(WideAct act) {
    return "/people/acts/" + act.id();
  }

  void hang(Routes routes) {
    routes.page("GET", ONE, VIEWER, this::show);
    routes.page("POST", ONE + "/repeat", OPERATOR, this::repeat);
    routes.page("POST", ONE + "/passwords", OPERATOR, this::passwords);
    routes.page("POST", ONE + "/seen", OPERATOR, this::seen);
    routes.page("GET", ONE + "/commands", OPERATOR, this::commands);
  }

  private Reply show(Call call) {
    WideAct act = act(call);
    Map<UUID, Tenant> tenants =
        parts.visible(call.principal()).stream().collect(Collectors.toMap(Tenant::id, one -> one));
    return pages.page(
        call,
        FindPersonPage.PATH,
        new WideActView(
            WidePlanWords.label(act.verb()) + ": " + WidePeople.whom(act),
            lead(act),
            List.of(new Tab("Find a person", "", FindPersonPage.PATH, false)),
            call.principal().role().atLeast(OPERATOR) ? actions(act) : List.of(),
            tray.shown(call, address(act)),
            rows(act, tenants)));
  }

  private String lead(WideAct act) {
    long done = act.rows().size() - act.left();
    String why = act.reason().isEmpty() ? "" : " “" + act.reason() + "”";
    return done
        + " of "
        + act.rows().size()
        + " are as wanted. Ordered by "
        + act.madeBy()
        + ", "
        + moments.ago(act.madeAt()).words()
        + "."
        + why;
  }

  private List<Action> actions(WideAct act) {
    List<Action> actions = new ArrayList<>();
    act.job().ifPresent(job -> actions.add(Action.go("The job", "/jobs/" + job)));
    if (act.passwords() > 0)
      actions.add(
          Action.post("Show " + act.passwords() + " new passwords", address(act) + "/passwords")
              .with("eye"));
    boolean running =
        act.job().flatMap(parts.jobs()::find).map(Job::state).filter(s -> !s.ended()).isPresent();
    if (act.left() > 0 && !running)
      actions.add(
          Action.post("Repeat for " + act.left(), address(act) + "/repeat")
              .with("rotate-cw")
              .primary());
    actions.add(Action.ask("The same by CLI or API", address(act) + "/commands").with("terminal"));
    return actions;
  }

  private static List<WideActView.Row> rows(WideAct act, Map<UUID, Tenant> tenants) {
    List<WideActView.Row> rows = new ArrayList<>();
    for (WideAct.Row row : act.rows()) {
      Tenant tenant = tenants.get(row.tenant());
      if (tenant == null) continue;
      rows.add(
          new WideActView.Row(
              row.person().email(),
              tenant.spec().displayName(),
              PeoplePage.address(tenant),
              state(row.state()),
              word(row.state()),
              row.said()));
    }
    return rows;
  }

  private static WindowState state(WideAct.State state) {
    return switch (state) {
      case WAITING -> WindowState.WAITING;
      case TRYING -> WindowState.RUNNING;
      case DONE, SAME -> WindowState.FINISHED;
      case FAILED -> WindowState.FAILED;
    };
  }

  private static String word(WideAct.State state) {
    return switch (state) {
      case WAITING -> "Waits";
      case TRYING -> "Being done";
      case DONE -> "Done";
      case SAME -> "Was so already";
      case FAILED -> "Failed";
    };
  }

  private Reply repeat(Call call) {
    return pages.done(call, address(parts.people().wide().repeat(act(call).id(), call.actor())));
  }

  private Reply passwords(Call call) {
    WideAct act = act(call);
    String lines =
        parts.people().wide().takePasswords(act.id(), call.actor()).stream()
            .map(one -> one.tenant() + "\t" + one.person().email() + "\t" + one.password().unwrap())
            .collect(Collectors.joining("\n"));
    tray.show(
        call,
        address(act),
        new Secret(
            "New passwords",
            "Tenant, address and password, one a line. They are shown now and never again.",
            lines,
            address(act) + "/seen"));
    return pages.done(call, address(act));
  }

  private Reply seen(Call call) {
    WideAct act = act(call);
    tray.putAway(call, address(act));
    return pages.done(call, address(act));
  }

  private Reply commands(Call call) {
    WideAct act = act(call);
    return pages.dialog(
        call,
        FindPersonPage.PATH,
        CommandLines.of(
                "person outcome " + act.id() + " --repeat",
                "POST /api/v1/people/acts/" + act.id() + "/repeat")
            .drawer(
                "Without --repeat it only shows how it went; --passwords shows new ones, once.",
                "person.everywhere." + act.verb().word(),
                address(act)));
  }

  private WideAct act(Call call) {
    try {
      return parts.people().wide().get(UUID.fromString(call.path("act")));
    } catch (IllegalArgumentException e) {
      throw Fault.notFound("no-such-act", "There is no such act.");
    }
  }
}
