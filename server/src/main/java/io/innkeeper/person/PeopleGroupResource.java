package io.innkeeper.person;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.client.NewPeopleGroup;
import io.innkeeper.client.Page;
import io.innkeeper.client.PeopleGroupView;
import io.innkeeper.client.PeopleNamed;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import io.innkeeper.openwebui.AppGroup;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantRoom;
import java.util.List;

/** Groups of tenants' people for programs: {@code /api/v1/tenants/{tenant}/people-groups}. */
final class PeopleGroupResource {
  private static final String ALL = "/api/v1/tenants/{tenant}/people-groups";
  private static final String ONE = ALL + "/{group}";

  private final PersonRoom room;
  private final TenantRoom tenants;

  PeopleGroupResource(PersonRoom room, TenantRoom tenants) {
    this.room = room;
    this.tenants = tenants;
  }

  void hang(Routes routes) {
    routes.api(
        "GET",
        ALL,
        VIEWER,
        "Lists the groups of a tenant's people as its app last told.",
        TypeOf.page(PeopleGroupView.class),
        this::list);
    routes.api(
        "POST",
        ALL,
        OPERATOR,
        "Makes a group.",
        NewPeopleGroup.class,
        PeopleGroupView.class,
        this::create);
    routes.api(
        "DELETE", ONE, OPERATOR, "Removes a group; its people stay.", Void.class, this::delete);
    routes.api(
        "POST",
        ONE + "/add",
        OPERATOR,
        "Puts people into a group.",
        PeopleNamed.class,
        PeopleGroupView.class,
        call -> view(call, change(call, true)));
    routes.api(
        "POST",
        ONE + "/remove",
        OPERATOR,
        "Takes people out of a group.",
        PeopleNamed.class,
        PeopleGroupView.class,
        call -> view(call, change(call, false)));
  }

  private Page<PeopleGroupView> list(Call call) {
    Roll roll = room.book().of(tenant(call));
    List<PeopleGroupView> all = roll.groups().stream().map(one -> view(roll, one)).toList();
    return new Page<>(all, null, all.size());
  }

  private Reply create(Call call) {
    NewPeopleGroup given = call.body(NewPeopleGroup.class);
    Tenant tenant = tenant(call);
    AppGroup made = room.groups().create(tenant, given.name(), given.description(), call.actor());
    return Reply.created(
        "/api/v1/tenants/" + tenant.slug() + "/people-groups/" + made.id(),
        view(room.book().of(tenant), made));
  }

  private Reply delete(Call call) {
    room.groups().delete(tenant(call), call.path("group"), call.actor());
    return Reply.none();
  }

  private AppGroup change(Call call, boolean in) {
    List<String> who = PersonResource.named(call.body(PeopleNamed.class));
    Tenant tenant = tenant(call);
    return in
        ? room.groups().add(tenant, call.path("group"), who, call.actor())
        : room.groups().remove(tenant, call.path("group"), who, call.actor());
  }

  private PeopleGroupView view(Call call, AppGroup group) {
    return view(room.book().of(tenant(call)), group);
  }

  private static PeopleGroupView view(Roll roll, AppGroup group) {
    return new PeopleGroupView(group.id(), group.name(), group.description(), roll.members(group));
  }

  private Tenant tenant(Call call) {
    return PersonViews.visible(tenants, call);
  }
}
