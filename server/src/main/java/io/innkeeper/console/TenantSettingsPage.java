package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.client.EffectiveView;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.Toast;
import io.innkeeper.console.view.VariableListView.Line;
import io.innkeeper.console.view.VariableListView.Used;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A tenant's app settings: what it gets, whose word it is, and what the app really uses. */
final class TenantSettingsPage {
  private static final String PATH = TenantPages.ONE + "/settings";
  private static final Set<String> FINE = Set.of("same", "first-start");
  private static final int MOST = 40;

  private final ConsoleParts parts;
  private final Pages pages;
  private final TenantHeads heads;
  private final Moments moments;
  private final Tray tray;

  TenantSettingsPage(
      ConsoleParts parts, Pages pages, TenantHeads heads, Moments moments, Tray tray) {
    this.parts = parts;
    this.pages = pages;
    this.heads = heads;
    this.moments = moments;
    this.tray = tray;
  }

  void hang(Routes routes) {
    new VariableFlow(pages, tray, this::place, place -> place.tenant().map(this::used))
        .hang(routes, PATH, OPERATOR);
    routes.page("POST", PATH + "/used", OPERATOR, this::ask);
  }

  private VariablePlace place(Call call) {
    return new TenantPlace(heads.asked(call), parts.app().variables(), heads);
  }

  /** What the app said last; it is not asked while somebody waits for a page. */
  private Used used(Tenant tenant) {
    EffectiveView view = parts.app().variables().readings().last(tenant);
    Optional<Action> again =
        tenant.wanted() == Tenant.Wanted.RUNNING
            ? Optional.of(
                Action.post("Ask the app now", TenantHeads.address(tenant) + "/settings/used")
                    .with("refresh-cw"))
            : Optional.empty();
    if (view.readAt() == null)
      return new Used(WindowState.UNKNOWN, "It was never asked.", Moment.NONE, List.of(), again);
    List<Line> lines =
        view.lines().stream()
            .filter(line -> !FINE.contains(line.state()))
            .limit(MOST)
            .map(
                line ->
                    new Line(
                        line.name(), how(line.state()), shown(line.wanted()), shown(line.used())))
            .toList();
    boolean differs = view.lines().stream().anyMatch(line -> line.state().equals("differs"));
    return new Used(
        differs ? WindowState.DEGRADED : WindowState.PROVEN,
        words(view, lines.size()),
        moments.ago(view.readAt()),
        lines,
        again);
  }

  private static String words(EffectiveView view, int shown) {
    if (shown == 0) return "All " + view.lines().size() + " are used as wanted.";
    long differs = view.lines().stream().filter(one -> one.state().equals("differs")).count();
    if (differs == 0) return "All that is wanted is used.";
    return Numbers.of((int) differs, "setting isn’t", "settings aren’t") + " used as wanted.";
  }

  private static String how(String state) {
    return switch (state) {
      case "differs" -> "another value";
      case "in-the-app" -> "set in the app itself";
      default -> "unknown to this version";
    };
  }

  private static String shown(String value) {
    return value.isEmpty() ? "—" : value;
  }

  private Reply ask(Call call) {
    Tenant tenant = heads.asked(call);
    String back = TenantHeads.address(tenant) + "/settings";
    try {
      parts.app().variables().readings().now(tenant);
      return pages.done(call, back, Toast.of("The app has told what it uses."));
    } catch (Fault e) {
      return pages.done(call, back, Toast.of(Typed.words(e)));
    }
  }
}
