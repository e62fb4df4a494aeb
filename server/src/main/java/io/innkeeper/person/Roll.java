package io.innkeeper.person;

import io.innkeeper.fault.Fault;
import io.innkeeper.openwebui.AppGroup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A tenant's people as they were last told.
 *
 * @param people by address, without Innkeeper's own account
 * @param readAt when they were told; empty if never
 * @param failure why not since then, else empty
 * @param mainAdmin the client's main admin, by id
 */
public record Roll(
    List<Person> people,
    List<AppGroup> groups,
    Optional<Instant> readAt,
    String failure,
    Optional<String> mainAdmin) {
  public Roll {
    people = List.copyOf(people);
    groups = List.copyOf(groups);
  }

  /** Those with this in name or address, and with this role; empty words fit everybody. */
  public List<Person> matching(String text, String role) {
    return people.stream()
        .filter(one -> role.isEmpty() || one.role().wire().equals(role))
        .filter(one -> one.holds(text))
        .toList();
  }

  /**
   * One of them, by address or id.
   *
   * @throws Fault NOT_FOUND {@code no-such-person}
   */
  public Person named(String name) {
    return people.stream()
        .filter(one -> one.named(name))
        .findFirst()
        .orElseThrow(
            () -> Fault.notFound("no-such-person", "The workspace has no account “" + name + "”."));
  }

  /** The names of somebody's groups. */
  public List<String> groupsOf(Person person) {
    return groups.stream()
        .filter(group -> person.groups().contains(group.id()))
        .map(AppGroup::name)
        .toList();
  }

  /**
   * A group, by name or id.
   *
   * @throws Fault NOT_FOUND {@code no-such-group}
   */
  public AppGroup group(String name) {
    List<AppGroup> found =
        groups.stream()
            .filter(group -> group.id().equals(name) || group.name().equalsIgnoreCase(name))
            .toList();
    if (found.size() == 1) return found.getFirst();
    if (found.isEmpty())
      throw Fault.notFound("no-such-group", "The workspace has no group “" + name + "”.");
    throw Fault.conflict("two-groups", "The workspace has several groups called “" + name + "”.")
        .advising("Name it by its id.");
  }

  public long members(AppGroup group) {
    return people.stream().filter(one -> one.groups().contains(group.id())).count();
  }

  public boolean isMainAdmin(Person person) {
    return mainAdmin.filter(person.id()::equals).isPresent();
  }
}
