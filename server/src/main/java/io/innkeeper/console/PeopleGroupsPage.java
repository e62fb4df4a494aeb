package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.openwebui.AppGroup;
import io.innkeeper.person.PeopleGroups;
import io.innkeeper.tenant.Tenant;
import java.util.List;
import java.util.Map;

/** Groups of a tenant's people: made, filled, emptied, deleted. */
final class PeopleGroupsPage {
  private static final String ALL = PeoplePage.ALL + "/groups";
  private static final String ONE = ALL + "/{group}";

  private final ConsoleParts parts;
  private final Pages pages;
  private final TenantHeads heads;

  PeopleGroupsPage(ConsoleParts parts, Pages pages, TenantHeads heads) {
    this.parts = parts;
    this.pages = pages;
    this.heads = heads;
  }

  void hang(Routes routes) {
    routes.page("GET", ALL + "/new", OPERATOR, this::ask);
    routes.page("POST", ALL + "/new", OPERATOR, this::make);
    for (boolean in : List.of(true, false)) {
      String path = ONE + (in ? "/add" : "/remove");
      routes.page("GET", path, OPERATOR, call -> askWho(call, in));
      routes.page("POST", path, OPERATOR, call -> change(call, in));
    }
    routes.page("GET", ONE + "/delete", OPERATOR, this::askToDelete);
    routes.page("POST", ONE + "/delete", OPERATOR, this::delete);
  }

  private Reply ask(Call call) {
    Typed usual = Typed.now(Map.of("name", "", "about", ""));
    return pages.dialog(call, TenantPages.ALL, PeopleQuestions.newGroup(heads.asked(call), usual));
  }

  private Reply make(Call call) {
    Tenant tenant = heads.asked(call);
    Typed typed = Typed.of(call, List.of("name", "about"));
    try {
      AppGroup made =
          groups().create(tenant, typed.value("name"), typed.value("about"), call.actor());
      return done(call, tenant, "The group “" + made.name() + "” is there.");
    } catch (Fault e) {
      return pages.dialogAgain(
          call,
          TenantPages.ALL,
          PeopleQuestions.newGroup(tenant, PersonActsPage.said(typed, e, "name")));
    }
  }

  private Reply askWho(Call call, boolean in) {
    Tenant tenant = heads.asked(call);
    Typed usual = Typed.now(Map.of("people", ""));
    return pages.dialog(
        call, TenantPages.ALL, PeopleQuestions.members(tenant, group(call, tenant), in, usual));
  }

  private Reply change(Call call, boolean in) {
    Tenant tenant = heads.asked(call);
    AppGroup group = group(call, tenant);
    Typed typed = Typed.of(call, List.of("people"));
    List<String> who = RulesPage.lines(typed, "people");
    try {
      AppGroup unused =
          in
              ? groups().add(tenant, group.id(), who, call.actor())
              : groups().remove(tenant, group.id(), who, call.actor());
      return done(call, tenant, "“" + group.name() + "” is changed.");
    } catch (Fault e) {
      return pages.dialogAgain(
          call,
          TenantPages.ALL,
          PeopleQuestions.members(tenant, group, in, PersonActsPage.said(typed, e, "people")));
    }
  }

  private Reply askToDelete(Call call) {
    Tenant tenant = heads.asked(call);
    return pages.dialog(
        call, TenantPages.ALL, PeopleQuestions.deleteGroup(tenant, group(call, tenant)));
  }

  private Reply delete(Call call) {
    Tenant tenant = heads.asked(call);
    AppGroup group = group(call, tenant);
    groups().delete(tenant, group.id(), call.actor());
    return done(call, tenant, "The group “" + group.name() + "” is gone; its people stay.");
  }

  private Reply done(Call call, Tenant tenant, String said) {
    return pages.done(call, PeoplePage.address(tenant), Toast.of(said));
  }

  private AppGroup group(Call call, Tenant tenant) {
    return parts.people().book().of(tenant).group(call.path("group"));
  }

  private PeopleGroups groups() {
    return parts.people().groups();
  }
}
