package io.innkeeper.person;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.openwebui.AppGroup;
import io.innkeeper.openwebui.AppGroups;
import io.innkeeper.openwebui.AppSession;
import io.innkeeper.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The verbs on groups of a workspace's people. Thread-safe. */
public final class PeopleGroups {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_DESCRIPTION = 500;

  private final PeopleBook book;
  private final People people;

  PeopleGroups(PeopleBook book, People people) {
    this.book = book;
    this.people = people;
  }

  /** A new group; its name is its own in the workspace. */
  public AppGroup create(
      Tenant tenant, @Nullable String givenName, @Nullable String about, Actor by) {
    String name = givenName == null ? "" : givenName.strip();
    String description = about == null ? "" : about.strip();
    refuse(name, description);
    AppSession session = book.session(tenant);
    boolean taken =
        book.read(tenant, session).groups().stream()
            .anyMatch(group -> group.name().equalsIgnoreCase(name));
    if (taken)
      throw Fault.conflict("group-exists", "The workspace has a group “" + name + "” already.");
    AuditEvent event = event(by, "person-group.create", tenant, name);
    AppGroup made = people.tried(event, () -> session.groups().create(name, description));
    keep(event, tenant, session);
    return made;
  }

  private static void refuse(String name, String description) {
    List<Fault.Field> problems = new ArrayList<>();
    if (name.isEmpty()) problems.add(new Fault.Field("name", "A group needs a name."));
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl))
      problems.add(
          new Fault.Field("name", "A name has at most 100 characters, none of them for control."));
    if (description.length() > LONGEST_DESCRIPTION)
      problems.add(new Fault.Field("description", "At most 500 characters."));
    if (problems.isEmpty()) return;
    throw Fault.invalid("group-input", problems.getFirst().said()).about(problems);
  }

  /** The group goes, its people stay. */
  public void delete(Tenant tenant, String name, Actor by) {
    AppSession session = book.session(tenant);
    AppGroup group = book.read(tenant, session).group(name);
    act(
        event(by, "person-group.delete", tenant, group.name()),
        tenant,
        session,
        groups -> groups.delete(group.id()));
  }

  public AppGroup add(Tenant tenant, String name, List<String> who, Actor by) {
    return change(tenant, name, who, true, by);
  }

  public AppGroup remove(Tenant tenant, String name, List<String> who, Actor by) {
    return change(tenant, name, who, false, by);
  }

  /** All of them are known, or nothing is done. */
  private AppGroup change(Tenant tenant, String name, List<String> who, boolean in, Actor by) {
    if (who.isEmpty())
      throw Fault.invalidField("people", "people-missing", "Name at least one person.");
    AppSession session = book.session(tenant);
    Roll roll = book.read(tenant, session);
    AppGroup group = roll.group(name);
    List<Person> named = who.stream().map(roll::named).toList();
    List<String> ids = named.stream().map(Person::id).toList();
    String addresses = String.join(", ", named.stream().map(Person::email).toList());
    AuditEvent event =
        event(by, in ? "person-group.add" : "person-group.remove", tenant, group.name())
            .changing(Map.of(), Map.of("people", addresses));
    act(
        event,
        tenant,
        session,
        groups -> {
          if (in) groups.add(group.id(), ids);
          else groups.remove(group.id(), ids);
        });
    return group;
  }

  private interface Act {
    void on(AppGroups groups);
  }

  private void act(AuditEvent event, Tenant tenant, AppSession session, Act act) {
    people.tried(
        event,
        () -> {
          act.on(session.groups());
          return event;
        });
    keep(event, tenant, session);
  }

  private void keep(AuditEvent event, Tenant tenant, AppSession session) {
    people.keep(event, handle -> {});
    Roll unused = book.read(tenant, session);
  }

  private static AuditEvent event(Actor by, String verb, Tenant tenant, String group) {
    return AuditEvent.done(by, verb, "group " + group + " of tenant " + tenant.slug());
  }
}
