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
import java.util.ArrayList;
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
  private final WideStore wideStore;
  private final WidePlan widePlan;
  private final WidePeople wide;
  private final List<Work> works;

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
    PeopleBatches.Desk desk =
        new PeopleBatches.Desk(needs.database(), needs.audit(), needs.jobs(), needs.ids(), clock);
    this.batches = new PeopleBatches(desk, book, people, passwords, newcomers);
    this.wideStore = new WideStore(needs.box());
    this.widePlan = new WidePlan(book, tenants.tenants());
    this.wide = new WidePeople(desk, wideStore, widePlan, passwords);
    this.endUsers = new EndUsers(needs.database());
    this.works = works(needs, newcomers);
  }

  private List<Work> works(Needs needs, NewcomerStore newcomers) {
    List<Work> all =
        new ArrayList<>(new PersonWorks(needs.database(), tenants, book, people, newcomers).all());
    all.add(new WideWorks(needs.database(), wideStore, tenants.tenants(), book, people, groups));
    return List.copyOf(all);
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

  /** The verbs on people of several workspaces. */
  public WidePeople wide() {
    return wide;
  }

  public EndUsers endUsers() {
    return endUsers;
  }

  /** The room's kinds of work, to be registered with the jobs before they start. */
  public List<Work> works() {
    return works;
  }

  /** Asks every app that runs who its people are; a task of the schedule. */
  public String readAll() {
    batches.sweep();
    wide.sweep();
    return book.readAll();
  }

  public void hang(Routes routes) {
    new PersonResource(this, tenants, clock).hang(routes);
    new PeopleGroupResource(this, tenants).hang(routes);
    new WideResource(wide, widePlan, tenants).hang(routes);
  }

  @Override
  public void erased(Handle handle, Tenant tenant) {
    tenants.sessions().forget(tenant.id());
    wideStore.erased(handle, tenant.id());
    new PersonStore().erase(handle, tenant.id(), EndUsers.since(clock.instant()));
  }

  /** What of it is sealed. */
  public static List<SealedPlace> sealedPlaces() {
    return List.of(NewcomerStore.sealedPlace(), WideStore.sealedPlace());
  }
}
