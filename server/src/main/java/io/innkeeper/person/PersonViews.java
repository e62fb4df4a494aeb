package io.innkeeper.person;

import io.innkeeper.client.PeopleView;
import io.innkeeper.client.PersonView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.PageRequest;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantRoom;
import java.util.List;

/** People as sent, and the tenant that a path names. */
final class PersonViews {
  private PersonViews() {}

  /** The tenant that a path names, if the caller may see it. */
  static Tenant visible(TenantRoom tenants, Call call) {
    Tenant tenant = tenants.tenants().named(call.path("tenant"));
    boolean there = tenant.wanted() != Tenant.Wanted.ERASED;
    if (there && call.principal().maySee(tenant.organisation())) return tenant;
    throw Fault.notFound("no-such-tenant", "There is no such tenant.");
  }

  static PersonView of(Tenant tenant, Roll roll, Person person) {
    return new PersonView(
        tenant.id(),
        tenant.slug().value(),
        person.id(),
        person.email(),
        person.name(),
        person.role().wire(),
        person.source(),
        roll.groupsOf(person),
        person.created(),
        person.lastActive().orElse(null),
        roll.isMainAdmin(person),
        roll.readAt().orElse(null));
  }

  /** A part of the roll, by address. */
  static PeopleView page(Tenant tenant, Roll roll, List<Person> found, PageRequest page) {
    String after = page.after().orElse("");
    List<Person> rest =
        found.stream()
            .filter(one -> key(one).compareTo(after) > 0)
            .sorted(PersonViews::order)
            .toList();
    List<Person> part = rest.stream().limit(page.limit()).toList();
    String next = rest.size() > part.size() ? PageRequest.cursorAfter(key(part.getLast())) : null;
    return new PeopleView(
        part.stream().map(one -> of(tenant, roll, one)).toList(),
        next,
        found.size(),
        roll.readAt().orElse(null),
        roll.failure());
  }

  private static int order(Person one, Person other) {
    return key(one).compareTo(key(other));
  }

  private static String key(Person person) {
    return person.email() + " " + person.id();
  }
}
