package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;

import io.innkeeper.access.Operator;
import io.innkeeper.access.Session;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.OperatorListView;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.Toast;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.organisation.Organisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who may sign in, and what is done at once; questions are asked by {@link OperatorActsPage}. */
final class OperatorsPage {
  static final String ALL = "/operators";

  private final ConsoleParts parts;
  private final Pages pages;
  private final Tray tray;
  private final Moments moments;

  OperatorsPage(ConsoleParts parts, Pages pages, Tray tray, Moments moments) {
    this.parts = parts;
    this.pages = pages;
    this.tray = tray;
    this.moments = moments;
  }

  void hang(Routes routes) {
    routes.page("GET", ALL, ADMIN, this::list);
    routes.page("POST", ALL + "/seen", ADMIN, this::seen);
    routes.page("POST", ALL + "/{operator}/enable", ADMIN, this::enable);
    routes.page("POST", ALL + "/{operator}/sign-out", ADMIN, this::signOut);
  }

  private Reply list(Call call) {
    Map<UUID, Long> sessions =
        parts.sessions().all().stream()
            .collect(Collectors.groupingBy(Session::operator, Collectors.counting()));
    Map<UUID, String> organisations =
        parts.organisations().all().stream()
            .collect(Collectors.toMap(Organisation::id, Organisation::name));
    List<Operator> all = parts.operators().list();
    List<OperatorListView.Row> rows = new ArrayList<>();
    for (Operator operator : all)
      rows.add(
          new OperatorListView.Row(
              named(operator),
              operator.role().word(),
              operator.organisation().map(id -> organisations.getOrDefault(id, "")).orElse(""),
              window(operator),
              word(operator),
              Long.toString(sessions.getOrDefault(operator.id(), 0L)),
              operator.lastSeen().map(moments::ago).orElse(Moment.NONE),
              verbs(operator, call)));
    return pages.page(
        call,
        ALL,
        new OperatorListView(
            tabs("Operators", all.size(), parts.tokens().all().size()),
            List.of(Action.go("Add an operator", ALL + "/new").with("user-plus").primary()),
            tray.shown(call, ALL),
            rows,
            "The last admin can’t be removed or given another role."));
  }

  /** The tabs that operators and tokens share. */
  static List<Tab> tabs(String current, int operators, int tokens) {
    return List.of(
        new Tab("Operators", Integer.toString(operators), ALL, current.equals("Operators")),
        new Tab(
            "API tokens",
            tokens == 0 ? "" : Integer.toString(tokens),
            "/tokens",
            current.equals("API tokens")));
  }

  static String named(Operator operator) {
    String name = operator.name().value();
    return operator.displayName().equals(name) ? name : operator.displayName() + " (" + name + ")";
  }

  private static List<Action> verbs(Operator operator, Call call) {
    String one = ALL + "/" + operator.name();
    boolean oneself = operator.id().equals(call.principal().id());
    List<Action> verbs = new ArrayList<>();
    verbs.add(Action.ask("Change role…", one + "/role").with("pencil"));
    verbs.add(Action.post("End all sessions", one + "/sign-out").with("log-out"));
    if (oneself) return verbs;
    verbs.add(Action.ask("Make a new password…", one + "/password").with("key-round"));
    if (operator.active()) verbs.add(Action.ask("Disable…", one + "/disable").with("pause"));
    else verbs.add(Action.post("Enable", one + "/enable").with("play"));
    verbs.add(Action.ask("Remove…", one + "/remove").with("trash-2").danger());
    return verbs;
  }

  private static WindowState window(Operator operator) {
    if (!operator.active()) return WindowState.STOPPED;
    return operator.mustChangePassword() ? WindowState.WAITING : WindowState.HEALTHY;
  }

  private static String word(Operator operator) {
    if (!operator.active()) return "Disabled";
    if (!operator.mustChangePassword()) return "Active";
    return operator.lastSeen().isEmpty() ? "Has not signed in" : "Must change the password";
  }

  private Reply seen(Call call) {
    tray.putAway(call, ALL);
    return pages.done(call, ALL);
  }

  private Reply enable(Call call) {
    Operator operator = parts.operators().enable(parts.operator(call).id(), call.actor());
    return pages.done(call, ALL, Toast.of(named(operator) + " may sign in again."));
  }

  private Reply signOut(Call call) {
    Operator operator = parts.operator(call);
    parts.sessions().revokeAllOf(operator.id(), call.actor());
    return pages.done(call, ALL, Toast.of(named(operator) + " is signed out everywhere."));
  }
}
