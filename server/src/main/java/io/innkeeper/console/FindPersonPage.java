package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.PeopleFoundView;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.person.EndUsers;
import io.innkeeper.person.Person;
import io.innkeeper.person.Roll;
import io.innkeeper.tenant.Tenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where somebody is, over all tenants, as their apps last told. */
final class FindPersonPage {
  static final String PATH = "/people";

  private final ConsoleParts parts;
  private final Pages pages;
  private final PeopleRows rows;

  FindPersonPage(ConsoleParts parts, Pages pages, Moments moments) {
    this.parts = parts;
    this.pages = pages;
    this.rows = new PeopleRows(parts.clock(), moments);
  }

  void hang(Routes routes) {
    routes.page("GET", PATH, VIEWER, this::find);
  }

  private Reply find(Call call) {
    Address address = Address.of(call, PATH, List.of("q"));
    Map<UUID, Tenant> tenants = new HashMap<>();
    parts.visible(call.principal()).forEach(one -> tenants.put(one.id(), one));
    List<Person> found =
        parts.people().book().find(address.get("q")).stream()
            .filter(one -> tenants.containsKey(one.tenant()))
            .toList();
    Paged<Person> part = Paged.of(found, call, address);
    return pages.page(
        call,
        PATH,
        new PeopleFoundView(
            listing(address, part.paging(), found.size()),
            lead(),
            operates(call)
                ? List.of(
                    Action.go("Add to several tenants…", AddEverywherePage.PATH).with("user-plus"))
                : List.of(),
            drawn(part.items(), tenants, operates(call)),
            found.isEmpty() ? Optional.of(nobody()) : Optional.empty()));
  }

  private static boolean operates(Call call) {
    return call.principal().role().atLeast(OPERATOR);
  }

  private List<PeopleFoundView.Row> drawn(
      List<Person> people, Map<UUID, Tenant> tenants, boolean operates) {
    Map<UUID, Roll> rolls = new HashMap<>();
    List<PeopleFoundView.Row> drawn = new ArrayList<>();
    for (Person person : people) {
      Tenant tenant = tenants.get(person.tenant());
      if (tenant == null) continue;
      Roll roll = rolls.computeIfAbsent(tenant.id(), id -> parts.people().book().of(tenant));
      drawn.add(rows.found(tenant, roll, person, operates));
    }
    return drawn;
  }

  private String lead() {
    EndUsers.Active active = parts.people().endUsers().active(parts.clock().instant());
    String people = active.people() == 1 ? "1 person" : active.people() + " people";
    return people + " used the workspaces in the last 30 days.";
  }

  private static Listing listing(Address address, Listing.Paging paging, int found) {
    return new Listing(
        PATH,
        address.get("q"),
        "Name, address",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        paging,
        found == 1 ? "1 account" : found + " accounts");
  }

  private static Empty nobody() {
    return Empty.none(
        "Nobody like that",
        "Workspaces tell their people every hour while they run; what they told last is searched.");
  }
}
