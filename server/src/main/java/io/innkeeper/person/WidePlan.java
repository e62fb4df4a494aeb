package io.innkeeper.person;

import io.innkeeper.fault.Fault;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenant.Wanted;
import io.innkeeper.tenant.Tenants;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What would become of people in several workspaces, as those told last; asks nobody. */
public final class WidePlan {
  private final PeopleBook book;
  private final Tenants tenants;

  WidePlan(PeopleBook book, Tenants tenants) {
    this.book = book;
    this.tenants = tenants;
  }

  /** What would become of somebody. */
  public enum Would {
    WOULD,
    SAME,
    REFUSED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Somebody in one workspace.
   *
   * @param said why not, or what they are now
   */
  public record Planned(Tenant tenant, PersonInput person, Would would, String said) {}

  List<Planned> of(WideAsked asked) {
    List<Planned> all = new ArrayList<>();
    for (Tenant tenant : asked.tenants()) {
      Roll roll = book.of(tenant);
      for (PersonInput person : asked.people()) all.add(one(asked, tenant, roll, person));
    }
    return List.copyOf(all);
  }

  private static Planned one(WideAsked asked, Tenant tenant, Roll roll, PersonInput person) {
    Optional<Person> there =
        roll.people().stream().filter(one -> one.named(person.email())).findFirst();
    try {
      if (tenant.wanted() != Wanted.RUNNING)
        throw Fault.conflict("tenant-not-running", "It is " + tenant.wanted().word() + ".");
      if (asked.verb() == WideVerb.ADD)
        return there.isPresent()
            ? new Planned(tenant, person, Would.SAME, "has an account already")
            : new Planned(tenant, person, Would.WOULD, "new account, " + person.role().wire());
      return known(asked, tenant, roll, roll.named(person.email()));
    } catch (Fault e) {
      return new Planned(tenant, person, Would.REFUSED, e.said());
    }
  }

  private static Planned known(WideAsked asked, Tenant tenant, Roll roll, Person person) {
    PersonInput input = new PersonInput(person.email(), person.name(), person.role());
    String now = roll.isMainAdmin(person) ? "main admin" : person.role().wire();
    if (same(asked, roll, person)) return new Planned(tenant, input, Would.SAME, now);
    asked.verb().act().ifPresent(act -> act.refuse(roll, person));
    if (asked.verb() == WideVerb.DELETE) PersonAct.refuseLosing(roll, person);
    return new Planned(tenant, input, Would.WOULD, now);
  }

  /** Whether somebody is so already. */
  static boolean same(WideAsked asked, Roll roll, Person person) {
    return same(asked.verb(), asked.group(), roll, person);
  }

  static boolean same(WideVerb verb, String group, Roll roll, Person person) {
    if (verb == WideVerb.ADD_TO_GROUP) return person.groups().contains(roll.group(group).id());
    return verb.act().filter(act -> !act.changes(person.role())).isPresent();
  }

  List<Tenant> knowing(String email, List<Tenant> among) {
    return among.stream()
        .filter(
            tenant ->
                book.of(tenant).people().stream()
                    .anyMatch(one -> one.email().equalsIgnoreCase(email.strip())))
        .toList();
  }

  String slug(UUID tenant) {
    return tenants.find(tenant).map(one -> one.slug().value()).orElse("gone");
  }
}
