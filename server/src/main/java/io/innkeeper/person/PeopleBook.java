package io.innkeeper.person;

import io.innkeeper.engine.EngineException;
import io.innkeeper.fault.Fault;
import io.innkeeper.openwebui.AppGroup;
import io.innkeeper.openwebui.AppSession;
import io.innkeeper.openwebui.AppUser;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenant.Wanted;
import io.innkeeper.tenant.TenantRoom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What is known of tenants' people: read from their apps, kept, and found again. Thread-safe. */
public final class PeopleBook {
  private final Database database;
  private final TenantRoom tenants;
  private final Clock clock;
  private final PersonStore store = new PersonStore();

  PeopleBook(Database database, TenantRoom tenants, Clock clock) {
    this.database = database;
    this.tenants = tenants;
    this.clock = clock;
  }

  /** As last told; asks nobody. */
  public Roll of(Tenant tenant) {
    return database.read(
        handle -> {
          List<Person> people = store.of(handle, tenant.id());
          PersonStore.Reading reading = store.reading(handle, tenant.id());
          return new Roll(
              people,
              store.groups(handle, tenant.id()),
              reading.readAt(),
              reading.failure(),
              reading.mainAdmin().or(() -> firstAdmin(tenant, people)));
        });
  }

  /** Until somebody says otherwise, the first admin is the main one. */
  private static Optional<String> firstAdmin(Tenant tenant, List<Person> people) {
    return tenant
        .firstAdmin()
        .flatMap(
            first ->
                people.stream()
                    .filter(one -> one.email().equalsIgnoreCase(first.email()))
                    .map(Person::id)
                    .findFirst());
  }

  /** The same, asked now if the app answers; else as last told, with why. */
  public Roll fresh(Tenant tenant) {
    try {
      return read(tenant);
    } catch (Fault e) {
      return of(tenant);
    }
  }

  /**
   * Asks the app, which may take seconds.
   *
   * @throws Fault why it does not tell
   */
  public Roll read(Tenant tenant) {
    try {
      return read(tenant, session(tenant));
    } catch (Fault e) {
      failed(tenant, e.said());
      throw e;
    }
  }

  Roll read(Tenant tenant, AppSession session) {
    List<Person> people =
        session.users().stream()
            .filter(AppUser::endUser)
            .map(user -> Person.of(tenant.id(), user))
            .toList();
    List<AppGroup> groups = session.groups().all();
    database.change(
        handle -> {
          store.replace(handle, tenant.id(), people, clock.instant());
          store.replaceGroups(handle, tenant.id(), groups);
        });
    return of(tenant);
  }

  /** The app, if it is to run. */
  AppSession session(Tenant tenant) {
    if (tenant.wanted() != Wanted.RUNNING)
      throw Fault.conflict(
              "tenant-not-running", tenant.spec().displayName() + " is " + stopped(tenant) + ".")
          .advising("Start it; its people can be changed while it runs.");
    return tenants.sessions().of(tenant);
  }

  /** Whether an account is one that we gave this password. */
  boolean opens(Tenant tenant, String email, Secret password) {
    try {
      AppSession unused = tenants.sessions().app(tenant).signIn(email, password);
      return true;
    } catch (Fault e) {
      if (e.code().equals("app-sign-in-refused")) return false;
      if (e.code().equals("app-wants-second-factor")) return true;
      throw e;
    }
  }

  private static String stopped(Tenant tenant) {
    return tenant.wanted() == Wanted.STOPPED ? "stopped" : tenant.wanted().word();
  }

  private void failed(Tenant tenant, String why) {
    database.change(handle -> store.failed(handle, tenant.id(), why, clock.instant()));
  }

  /** Those with this in name or address, over all tenants that are there. */
  public List<Person> find(String text) {
    return database.read(handle -> store.holding(handle, text));
  }

  /** Asks every app that runs; who has left long ago is forgotten. */
  public String readAll() {
    int read = 0;
    int silent = 0;
    for (Tenant tenant : tenants.tenants().all()) {
      if (tenant.wanted() != Wanted.RUNNING) continue;
      try {
        Roll unused = read(tenant);
        read++;
      } catch (Fault | EngineException e) {
        silent++;
      }
    }
    database.change(handle -> store.sweep(handle, EndUsers.since(clock.instant())));
    return "The people of %d tenants were read%s."
        .formatted(read, silent == 0 ? "" : "; " + silent + " did not answer");
  }
}
