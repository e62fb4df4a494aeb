package io.innkeeper.console;

import io.innkeeper.access.Operator;
import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.console.view.Shell;
import io.innkeeper.console.view.Shell.Group;
import io.innkeeper.console.view.Shell.Item;
import io.innkeeper.console.view.Shell.Look;
import io.innkeeper.http.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands around a page for the one who looks: the way around by role, counts, theme, the
 * house's banner.
 */
final class Shells {
  private final ConsoleParts parts;

  Shells(ConsoleParts parts) {
    this.parts = parts;
  }

  /** The shell of a section, named by its address such as {@code /tenants}. */
  Shell of(Call call, String section) {
    Optional<Principal> principal = call.signedIn();
    if (principal.isEmpty() || principal.get().mustChangePassword()) {
      return Shell.signedOut(parts.hostName(), call.csrf());
    }
    Principal person = principal.get();
    return new Shell(
        parts.hostName(),
        Optional.of(new Shell.Person(person.name(), person.role().word())),
        groups(person),
        section,
        look(person),
        call.csrf(),
        parts.onTop(),
        Optional.empty());
  }

  private List<Group> groups(Principal person) {
    List<Item> house = new ArrayList<>();
    List<Item> system = new ArrayList<>();
    if (person.role() != Role.CLIENT) house.add(item("Overview", "house", "/", ""));
    house.add(item("Tenants", "panels-top-left", "/tenants", count(parts.tenantCount(person))));
    house.add(
        item(
            "Organisations",
            "building-2",
            "/organisations",
            count(parts.organisationCount(person))));
    if (person.role() != Role.CLIENT)
      house.add(item("Find a person", "search", FindPersonPage.PATH, ""));
    List<Item> money = new ArrayList<>();
    money.add(item("Usage", "chart-no-axes-column", UsagePage.PATH, ""));
    money.add(item("Statements", "file-text", StatementRows.PATH, count(drafts(person))));
    if (person.role() != Role.CLIENT)
      money.add(item("Prices and rates", "coins", PricesPage.PATH, ""));
    Group billing = new Group("Billing", money);
    if (person.role() == Role.CLIENT)
      return List.of(
          new Group("", house),
          billing,
          new Group("System", List.of(item("Tokens", "key-round", "/tokens", ""))));
    Group infrastructure =
        new Group(
            "Infrastructure",
            List.of(
                item("Credentials", "key-round", CredentialPage.PATH, ""),
                item("Break-glass copy", "life-buoy", BreakGlassPage.PATH, "")));
    int jobs = parts.unendedJobs();
    system.add(new Item("Jobs", "list-checks", "/jobs", count(jobs), jobs > 0));
    system.add(item("Front door", "door-open", FrontDoorPage.PATH, ""));
    system.add(item("Audit", "scroll-text", "/audit", ""));
    String people = person.role() == Role.ADMIN ? "Operators and tokens" : "Tokens";
    system.add(item(people, "users", person.role() == Role.ADMIN ? "/operators" : "/tokens", ""));
    if (person.role() == Role.ADMIN) system.add(item("Settings", "settings", "/settings", ""));
    if (person.role() == Role.ADMIN) system.add(item("Server", "monitor", ServerPage.PATH, ""));
    system.add(item("Security", "shield-check", SecurityPage.PATH, ""));
    system.add(item("Health", "heart-pulse", "/health", ""));
    return List.of(new Group("", house), billing, infrastructure, new Group("System", system));
  }

  private Look look(Principal person) {
    if (person.kind() != Actor.Kind.OPERATOR) return Look.USUAL;
    return parts.operator(person.id()).map(Shells::look).orElse(Look.USUAL);
  }

  private static Look look(Operator operator) {
    return new Look(Shell.Theme.valueOf(operator.theme().name()), operator.letterKeys());
  }

  private static Item item(String label, String icon, String href, String count) {
    return new Item(label, icon, href, count, false);
  }

  private long drafts(Principal person) {
    return person.role() == Role.CLIENT ? 0 : parts.money().statements().statements().countReady();
  }

  private static String count(long number) {
    return number == 0 ? "" : Long.toString(number);
  }
}
