package io.innkeeper.console;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.PeopleFoundView;
import io.innkeeper.console.view.PeopleListView;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.openwebui.AppGroup;
import io.innkeeper.openwebui.AppUser.Role;
import io.innkeeper.person.EndUsers;
import io.innkeeper.person.Person;
import io.innkeeper.person.Roll;
import io.innkeeper.tenant.Tenant;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** People and groups as rows, each with what can be done. */
final class PeopleRows {
  private final Clock clock;
  private final Moments moments;

  PeopleRows(Clock clock, Moments moments) {
    this.clock = clock;
    this.moments = moments;
  }

  PeopleListView.Row row(Tenant tenant, Roll roll, Person person, boolean operates) {
    return new PeopleListView.Row(
        person.name(),
        person.email(),
        role(roll, person),
        state(person),
        word(person),
        source(person),
        String.join(", ", roll.groupsOf(person)),
        person.lastActive().map(moments::ago).orElse(Moment.NONE),
        operates ? verbs(tenant, roll, person) : List.of());
  }

  /** Where it leads: to all their workspaces for who may act there. */
  PeopleFoundView.Row found(Tenant tenant, Roll roll, Person person, boolean operates) {
    String here =
        new Address(PeoplePage.address(tenant), Map.of()).with("q", person.email()).toString();
    String everywhere =
        new Address(WherePersonForm.PATH, Map.of()).with("email", person.email()).toString();
    return new PeopleFoundView.Row(
        person.email(),
        person.name(),
        tenant.spec().displayName(),
        operates ? everywhere : here,
        here,
        role(roll, person),
        state(person),
        word(person),
        person.lastActive().map(moments::ago).orElse(Moment.NONE),
        roll.readAt().map(moments::ago).orElse(Moment.NONE));
  }

  PeopleListView.GroupRow group(Tenant tenant, Roll roll, AppGroup group, boolean operates) {
    String at = PeoplePage.address(tenant) + "/groups/" + group.id();
    return new PeopleListView.GroupRow(
        group.name(),
        group.description(),
        Long.toString(roll.members(group)),
        operates
            ? List.of(
                Action.ask("Add people…", at + "/add").with("user-plus"),
                Action.ask("Take people out…", at + "/remove").with("log-out"),
                Action.ask("Delete the group…", at + "/delete").with("trash-2").danger())
            : List.of());
  }

  static String source(Person person) {
    return switch (person.source()) {
      case "password" -> "Password";
      case "directory" -> "Directory";
      case "oidc" -> "OpenID";
      case "github" -> "GitHub";
      default ->
          person.source().substring(0, 1).toUpperCase(Locale.ROOT) + person.source().substring(1);
    };
  }

  private static String role(Roll roll, Person person) {
    if (roll.isMainAdmin(person)) return "Main admin";
    return switch (person.role()) {
      case ADMIN -> "Admin";
      case USER -> "User";
      case PENDING -> "Pending";
    };
  }

  private WindowState state(Person person) {
    if (person.role() == Role.PENDING) return WindowState.WAITING;
    if (person.lastActive().isEmpty()) return WindowState.UNKNOWN;
    return lately(person) ? WindowState.HEALTHY : WindowState.STOPPED;
  }

  private String word(Person person) {
    if (person.role() == Role.PENDING) return "Waits for approval";
    if (person.lastActive().isEmpty()) return "Never used";
    return lately(person) ? "Active" : "Not in 30 days";
  }

  private boolean lately(Person person) {
    return person
        .lastActive()
        .filter(at -> at.isAfter(clock.instant().minus(EndUsers.WINDOW)))
        .isPresent();
  }

  private static List<Action> verbs(Tenant tenant, Roll roll, Person person) {
    String at = PeoplePage.address(tenant) + "/" + person.id();
    List<Action> verbs = new ArrayList<>();
    if (person.role() == Role.PENDING)
      verbs.add(Action.post("Approve", at + "/approve").with("check"));
    if (person.role() == Role.USER)
      verbs.add(Action.ask("Make an admin…", at + "/promote").with("shield-check"));
    if (person.role() == Role.ADMIN && !roll.isMainAdmin(person)) {
      verbs.add(Action.ask("Make the main admin…", at + "/main-admin").with("shield-check"));
      verbs.add(Action.ask("Make an ordinary user…", at + "/demote").with("users"));
    }
    verbs.add(Action.ask("New password…", at + "/password").with("key-round"));
    verbs.add(Action.ask("Sign out everywhere…", at + "/sign-out").with("log-out"));
    if (person.role() != Role.PENDING && !roll.isMainAdmin(person))
      verbs.add(Action.ask("Suspend…", at + "/suspend").with("pause"));
    verbs.add(Action.ask("Delete…", at + "/delete").with("trash-2").danger());
    return verbs;
  }
}
