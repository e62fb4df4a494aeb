package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.caller.Role;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.TenantHead;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenant.State;
import io.innkeeper.tenant.Tenant.Wanted;
import io.innkeeper.tenant.TenantSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the tenant that an address names, and makes the head of all its pages. */
final class TenantHeads {
  private static final Set<State> OPEN = Set.of(State.HEALTHY, State.DEGRADED, State.UPDATING);

  private final ConsoleParts parts;
  private final TenantReasons reasons;

  /** The parts of a tenant that have a page. */
  enum Part {
    NOW("Now", ""),
    SETTINGS("Settings", "/change"),
    ADDRESS("Address", "/address"),
    APP("App settings", "/settings"),
    SIGN_IN("Sign-in", "/sign-in"),
    ENVIRONMENT("Environment", "/environment"),
    PEOPLE("People", "/people"),
    BRAND("Brand", "/brand"),
    LOG("Log", "/log"),
    HISTORY("History", "/history");

    private final String label;
    private final String path;

    Part(String label, String path) {
      this.label = label;
      this.path = path;
    }
  }

  TenantHeads(ConsoleParts parts, TenantReasons reasons) {
    this.parts = parts;
    this.reasons = reasons;
  }

  /** The tenant that the address names, if the caller may see it. */
  Tenant asked(Call call) {
    Tenant tenant = parts.tenants().tenants().named(call.path("tenant"));
    boolean gone = tenant.wanted() == Wanted.ERASED;
    if (!gone && call.principal().maySee(tenant.organisation())) return tenant;
    throw Fault.notFound("no-such-tenant", "There is no such tenant.");
  }

  static String address(Tenant tenant) {
    return TenantPages.ALL + "/" + tenant.slug();
  }

  TenantHead head(Call call, Tenant tenant, Part part) {
    Role role = call.principal().role();
    return new TenantHead(
        tenant.slug().value(),
        tenant.spec().displayName(),
        tenant.spec().kind() == TenantSpec.Kind.STAGING,
        Windows.of(tenant),
        reasons.inHead(tenant, parts.jobs().running(tenant.subject())),
        actions(tenant, role),
        role.atLeast(OPERATOR) ? more(tenant, role) : List.of(),
        address(tenant) + "/commands",
        role.atLeast(VIEWER) ? tabs(tenant, role, part) : List.of());
  }

  private List<Action> actions(Tenant tenant, Role role) {
    String at = address(tenant);
    boolean runs = tenant.wanted() == Wanted.RUNNING;
    List<Action> actions = new ArrayList<>();
    if (role.atLeast(OPERATOR)) {
      if (firstAdminWaits(tenant))
        actions.add(Action.ask("First admin…", at + "/first-admin").with("key-round"));
      if (!runs || tenant.condition().state() == State.FAILED)
        actions.add(Action.post("Start", at + "/start").with("play"));
      else actions.add(Action.ask("Restart…", at + "/restart").with("rotate-cw"));
      if (runs) actions.add(Action.ask("Stop…", at + "/stop").with("square"));
    }
    if (runs && OPEN.contains(tenant.condition().state()))
      actions.add(Action.away("Open the workspace", parts.tenants().address(tenant)).primary());
    return actions;
  }

  /** The same verbs as its page has, for its row in a list. */
  List<Action> verbs(Tenant tenant, Role role) {
    if (!role.atLeast(OPERATOR)) return List.of();
    List<Action> verbs = new ArrayList<>(actions(tenant, role));
    verbs.removeIf(Action::leaves);
    verbs.add(Action.go("Settings", address(tenant) + "/change").with("sliders-horizontal"));
    verbs.addAll(more(tenant, role));
    return verbs;
  }

  /** Only once people can sign in with it. */
  private boolean firstAdminWaits(Tenant tenant) {
    return tenant.condition().state() == State.HEALTHY
        && parts.tenants().tenants().firstAdminWaits(tenant.id());
  }

  private static List<Action> more(Tenant tenant, Role role) {
    String at = address(tenant);
    List<Action> more = new ArrayList<>();
    more.add(Action.ask("Rename…", at + "/rename").with("pencil"));
    if (tenant.wanted() == Wanted.RUNNING)
      more.add(Action.ask("Recreate…", at + "/recreate").with("refresh-cw"));
    if (tenant.wanted() != Wanted.REMOVED)
      more.add(Action.ask("Remove…", at + "/remove").with("unplug"));
    if (role.atLeast(ADMIN)) more.add(Action.ask("Erase…", at + "/erase").with("trash-2").danger());
    return more;
  }

  private static List<Tab> tabs(Tenant tenant, Role role, Part current) {
    List<Tab> tabs = new ArrayList<>();
    for (Part part : Part.values()) {
      if (part == Part.SETTINGS && !role.atLeast(OPERATOR)) continue;
      tabs.add(new Tab(part.label, "", address(tenant) + part.path, part == current));
    }
    return tabs;
  }
}
