package io.innkeeper.person;

import io.innkeeper.audit.AuditTrail;
import io.innkeeper.http.Routes;
import io.innkeeper.job.Jobs;
import io.innkeeper.job.Work;
import io.innkeeper.openwebui.Passwords;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import io.innkeeper.tenant.Companion;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantRoom;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The room of tenants' people put together: the parts that others call. */
public final class PersonRoom implements Companion {
  private final TenantRoom tenants;
  private final Clock clock;
  private final PeopleBook book;
  private final People people;
  private final PeopleGroups groups;
  private final PeopleBatches batches;
  private final EndUsers endUsers;
  private final PersonWorks works;

  /** What the room needs from the rest of the server. */
  public record Needs(
      Database database,
      SecretBox box,
      AuditTrail audit,
      Ids ids,
      Clock clock,
      Jobs jobs,
      TenantRoom tenants) {}

  public PersonRoom(Needs needs) {
    this.tenants = needs.tenants();
    this.clock = needs.clock();
    Passwords passwords = new Passwords(new SecureRandom());
    NewcomerStore newcomers = new NewcomerStore(needs.box());
    this.book = new PeopleBook(needs.database(), tenants, clock);
    this.people = new People(needs.database(), needs.audit(), clock, book, passwords);
    this.groups = new PeopleGroups(book, people);
    this.batches =
        new PeopleBatches(
            new PeopleBatches.Desk(
                needs.database(), needs.audit(), needs.jobs(), needs.ids(), clock),
            book,
            people,
            passwords,
            newcomers);
    this.endUsers = new EndUsers(needs.database());
    this.works = new PersonWorks(needs.database(), tenants, book, people, newcomers);
  }

  public PeopleBook book() {
    return book;
  }

  public People people() {
    return people;
  }

  public PeopleGroups groups() {
    return groups;
  }

  public PeopleBatches batches() {
    return batches;
  }

  public EndUsers endUsers() {
    return endUsers;
  }

  /** The room's kinds of work, to be registered with the jobs before they start. */
  public List<Work> works() {
    return works.all();
  }

  /** Asks every app that runs who its people are; a task of the schedule. */
  public String readAll() {
    batches.sweep();
    return book.readAll();
  }

  public void hang(Routes routes) {
    new PersonResource(this, tenants, clock).hang(routes);
    new PeopleGroupResource(this, tenants).hang(routes);
  }

  @Override
  public void erased(Handle handle, Tenant tenant) {
    tenants.sessions().forget(tenant.id());
    new PersonStore().erase(handle, tenant.id(), EndUsers.since(clock.instant()));
  }

  /** What of it is sealed. */
  public static List<SealedPlace> sealedPlaces() {
    return List.of(NewcomerStore.sealedPlace());
  }
}
