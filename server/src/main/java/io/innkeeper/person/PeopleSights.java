package io.innkeeper.person;

import static io.innkeeper.caller.Role.VIEWER;
import static java.util.Objects.requireNonNull;

import io.innkeeper.client.EndUsersView;
import io.innkeeper.client.Page;
import io.innkeeper.client.PeopleView;
import io.innkeeper.client.PersonView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.PageRequest;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import io.innkeeper.openwebui.AppUser.Role;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantRoom;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** People as they are looked at: of a tenant, over all of them, and counted. */
final class PeopleSights {
  private final PersonRoom room;
  private final TenantRoom tenants;
  private final Clock clock;

  PeopleSights(PersonRoom room, TenantRoom tenants, Clock clock) {
    this.room = room;
    this.tenants = tenants;
    this.clock = clock;
  }

  void hang(Routes routes) {
    routes
        .api(
            "GET",
            PersonResource.ALL,
            VIEWER,
            "Lists a tenant's people as its app last told, with how old that is.",
            PeopleView.class,
            this::list)
        .query("q", "A part of the name or address.")
        .query("role", "admin, user or pending.")
        .query("fresh", "true: asks the app now, if it answers.");
    routes
        .api(
            "GET",
            "/api/v1/people",
            VIEWER,
            "Finds somebody over all tenants, as their apps last told.",
            TypeOf.page(PersonView.class),
            this::find)
        .query("email", "A part of the address or name.");
    routes.api(
        "GET",
        "/api/v1/end-users",
        VIEWER,
        "How many people used the workspaces in the last 30 days.",
        EndUsersView.class,
        call -> endUsers());
  }

  private PeopleView list(Call call) {
    Tenant tenant = PersonViews.visible(tenants, call);
    boolean fresh = call.query("fresh").filter("true"::equals).isPresent();
    String role = call.query("role").map(Role::parse).map(Role::wire).orElse("");
    Roll roll = fresh ? room.book().fresh(tenant) : room.book().of(tenant);
    List<Person> found = roll.matching(call.query("q").orElse(""), role);
    return PersonViews.page(tenant, roll, found, call.page());
  }

  private Page<PersonView> find(Call call) {
    String text =
        call.query("email")
            .orElseThrow(
                () ->
                    Fault.invalidField(
                        "email", "email-missing", "Say whom to find: a part of the address."));
    Map<UUID, Tenant> visible = new HashMap<>();
    for (Tenant one : tenants.tenants().all())
      if (call.principal().maySee(one.organisation())) visible.put(one.id(), one);
    Function<UUID, Roll> rolls = rolls(visible);
    List<Person> found =
        room.book().find(text).stream()
            .filter(one -> visible.containsKey(one.tenant()))
            .sorted(Comparator.comparing(PeopleSights::key))
            .toList();
    String after = call.page().after().orElse("");
    List<Person> rest = found.stream().filter(one -> key(one).compareTo(after) > 0).toList();
    List<Person> part = rest.stream().limit(call.page().limit()).toList();
    String next = rest.size() > part.size() ? PageRequest.cursorAfter(key(part.getLast())) : null;
    List<PersonView> shown =
        part.stream()
            .map(
                one ->
                    PersonViews.of(
                        requireNonNull(visible.get(one.tenant())), rolls.apply(one.tenant()), one))
            .toList();
    return new Page<>(shown, next, found.size());
  }

  private static String key(Person one) {
    return one.email() + " " + one.tenant() + " " + one.id();
  }

  private Function<UUID, Roll> rolls(Map<UUID, Tenant> visible) {
    Map<UUID, Roll> read = new HashMap<>();
    return id -> read.computeIfAbsent(id, one -> room.book().of(requireNonNull(visible.get(one))));
  }

  private EndUsersView endUsers() {
    Instant now = clock.instant();
    EndUsers.Active active = room.endUsers().active(now);
    Map<UUID, String> slugs =
        tenants.tenants().all().stream()
            .collect(Collectors.toMap(Tenant::id, one -> one.slug().value()));
    Map<String, Long> byTenant = new HashMap<>();
    active
        .byTenant()
        .forEach((id, count) -> byTenant.merge(slugs.getOrDefault(id, "erased"), count, Long::sum));
    long unread =
        tenants.tenants().all().stream()
            .filter(one -> room.book().of(one).readAt().isEmpty())
            .count();
    return new EndUsersView(
        active.people(), active.accounts(), byTenant, active.oldest().orElse(null), unread);
  }
}
