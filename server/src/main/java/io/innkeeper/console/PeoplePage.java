package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.PeopleListView;
import io.innkeeper.console.view.Secret;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.openwebui.AppUser.Role;
import io.innkeeper.person.Person;
import io.innkeeper.person.Roll;
import io.innkeeper.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A tenant's people as its app last told; what can be done with them hangs beside. */
final class PeoplePage {
  static final String ALL = TenantPages.ONE + "/people";

  private final ConsoleParts parts;
  private final Pages pages;
  private final TenantHeads heads;
  private final Tray tray;
  private final Moments moments;
  private final PeopleRows rows;

  PeoplePage(ConsoleParts parts, Pages pages, TenantHeads heads, Tray tray, Moments moments) {
    this.parts = parts;
    this.pages = pages;
    this.heads = heads;
    this.tray = tray;
    this.moments = moments;
    this.rows = new PeopleRows(parts.clock(), moments);
  }

  void hang(Routes routes) {
    routes.page("GET", ALL, VIEWER, this::list);
    routes.page("POST", ALL + "/read", OPERATOR, this::read);
    routes.page("POST", ALL + "/seen", OPERATOR, this::seen);
    routes.page("POST", ALL + "/passwords", OPERATOR, this::passwords);
  }

  static String address(Tenant tenant) {
    return TenantHeads.address(tenant) + "/people";
  }

  private Reply list(Call call) {
    Tenant tenant = heads.asked(call);
    Roll roll = parts.people().book().of(tenant);
    Address address = Address.of(call, address(tenant), List.of("q", "role"));
    List<Person> mentioned = roll.matching(address.get("q"), "");
    List<Person> found =
        mentioned.stream()
            .filter(
                one ->
                    address.get("role").isEmpty() || one.role().wire().equals(address.get("role")))
            .toList();
    Paged<Person> part = Paged.of(found, call, address);
    boolean operates = call.principal().role().atLeast(OPERATOR);
    return pages.page(
        call,
        TenantPages.ALL,
        new PeopleListView(
            heads.head(call, tenant, TenantHeads.Part.PEOPLE),
            listing(address, mentioned, part.paging(), found.size()),
            roll.readAt().map(moments::ago).orElse(Moment.NONE),
            roll.failure(),
            operates ? actions(call, tenant, roll) : List.of(),
            tray.shown(call, address(tenant)),
            part.items().stream().map(one -> rows.row(tenant, roll, one, operates)).toList(),
            found.isEmpty() ? Optional.of(nothing(call, tenant, roll)) : Optional.empty(),
            roll.groups().stream().map(one -> rows.group(tenant, roll, one, operates)).toList(),
            operates
                ? List.of(Action.ask("Make a group…", address(tenant) + "/groups/new").with("plus"))
                : List.of()));
  }

  private List<Action> actions(Call call, Tenant tenant, Roll roll) {
    String at = address(tenant);
    List<Action> actions = new ArrayList<>();
    long waiting = parts.people().batches().waiting(tenant);
    if (waiting > 0)
      actions.add(Action.post("Show " + waiting + " new passwords", at + "/passwords").with("eye"));
    if (!roll.failure().isEmpty() && call.principal().role().atLeast(ADMIN))
      actions.add(Action.ask("Repair the admin…", at + "/repair-admin").with("shield-check"));
    long pending = roll.people().stream().filter(one -> one.role() == Role.PENDING).count();
    if (pending > 1)
      actions.add(Action.ask("Approve all " + pending + "…", at + "/approve").with("check"));
    actions.add(Action.post("Read again", at + "/read").with("refresh-cw"));
    actions.add(Action.go("Import…", at + "/import").with("file-text"));
    actions.add(Action.ask("Add a person…", at + "/new").with("user-plus"));
    return actions;
  }

  private static Listing listing(
      Address address, List<Person> mentioned, Listing.Paging paging, int found) {
    List<Listing.Chip> chips = new ArrayList<>();
    chips.add(chip(address, "All", "", mentioned.size()));
    for (Role role : Role.values()) {
      long count = mentioned.stream().filter(one -> one.role() == role).count();
      if (count > 0 || address.get("role").equals(role.wire()))
        chips.add(chip(address, word(role), role.wire(), count));
    }
    return new Listing(
        address.path(),
        address.get("q"),
        "Name, address",
        address.hiddenBut("q"),
        List.of(),
        chips,
        List.of(),
        paging,
        found == 1 ? "1 person" : found + " people");
  }

  private static String word(Role role) {
    return switch (role) {
      case ADMIN -> "Admins";
      case USER -> "Users";
      case PENDING -> "Waiting";
    };
  }

  private static Listing.Chip chip(Address address, String word, String role, long count) {
    return new Listing.Chip(
        Optional.empty(),
        word,
        Long.toString(count),
        address.with("role", role).toString(),
        address.get("role").equals(role));
  }

  private static Empty nothing(Call call, Tenant tenant, Roll roll) {
    if (!roll.people().isEmpty())
      return Empty.none(
          "Nobody like that",
          "Search for a part of the name or the address.",
          Action.go("Show all people", address(tenant)));
    if (roll.readAt().isEmpty())
      return Empty.broken(
          "The people were not read yet",
          roll.failure().isEmpty()
              ? "They are read every hour while the workspace runs. This is not “nobody”."
              : roll.failure() + " This is not “nobody”.",
          call.requestId(),
          Action.post("Read them now", address(tenant) + "/read").with("refresh-cw"));
    return Empty.none("Nobody has an account yet", "Add the first person, or bring in a table.");
  }

  private Reply read(Call call) {
    Tenant tenant = heads.asked(call);
    try {
      Roll roll = parts.people().book().read(tenant);
      return pages.done(
          call, address(tenant), Toast.of("Read just now: " + roll.people().size() + " people."));
    } catch (Fault e) {
      // The page itself says why.
      return pages.done(call, address(tenant));
    }
  }

  private Reply passwords(Call call) {
    Tenant tenant = heads.asked(call);
    String lines =
        parts.people().batches().takePasswords(tenant, call.actor()).stream()
            .map(one -> one.person().email() + "\t" + one.password().unwrap())
            .collect(Collectors.joining("\n"));
    tray.show(
        call,
        address(tenant),
        new Secret(
            "New passwords",
            "One person a line. They are shown now and never again.",
            lines,
            address(tenant) + "/seen"));
    return pages.done(call, address(tenant));
  }

  private Reply seen(Call call) {
    Tenant tenant = heads.asked(call);
    tray.putAway(call, address(tenant));
    return pages.done(call, address(tenant));
  }
}
