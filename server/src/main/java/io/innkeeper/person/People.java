package io.innkeeper.person;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.openwebui.AppSession;
import io.innkeeper.openwebui.AppUser;
import io.innkeeper.openwebui.AppUser.Role;
import io.innkeeper.openwebui.Passwords;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import io.innkeeper.tenant.Tenant;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * The verbs on one person. Each asks the running app, acts there, and writes what is now so with
 * its audit line; what the app refuses is audited as failed. Thread-safe.
 */
public final class People {
  private final Database database;
  private final AuditTrail audit;
  private final Clock clock;
  private final PeopleBook book;
  private final Passwords passwords;
  private final PersonStore store = new PersonStore();

  People(Database database, AuditTrail audit, Clock clock, PeopleBook book, Passwords passwords) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
    this.book = book;
    this.passwords = passwords;
  }

  /** Somebody and a password, which is shown this once. */
  public record Issued(Person person, Secret password) {}

  /** Gives somebody an account. */
  public Issued add(Tenant tenant, PersonInput input, Actor by) {
    return add(tenant, input, Optional.empty(), by);
  }

  /**
   * The same with a password.
   *
   * @param given made here when empty
   */
  Issued add(Tenant tenant, PersonInput input, Optional<Secret> given, Actor by) {
    AppSession session = book.session(tenant);
    Secret password = given.orElseGet(passwords::forPerson);
    AuditEvent event =
        event(by, "person.add", tenant, input.email())
            .changing(Map.of(), Map.of("name", input.name(), "role", input.role().wire()));
    AppUser made =
        tried(event, () -> session.addUser(input.name(), input.email(), password, input.role()));
    Person person = Person.of(tenant.id(), made);
    keep(event, handle -> store.upsert(handle, person));
    return new Issued(person, password);
  }

  /** Changes somebody's role; who has it already keeps it. */
  public Person act(Tenant tenant, PersonAct act, String who, Actor by) {
    AppSession session = book.session(tenant);
    Roll roll = book.read(tenant, session);
    Person person = roll.named(who);
    if (!act.changes(person.role())) return person;
    act.refuse(roll, person);
    role(tenant, session, person, act.to(), event(by, "person." + act.word(), tenant, person));
    return book.of(tenant).named(person.id());
  }

  void role(Tenant tenant, AppSession session, Person person, Role to, AuditEvent line) {
    AuditEvent event =
        line.changing(Map.of("role", person.role().wire()), Map.of("role", to.wire()));
    tried(
        event,
        () -> {
          session.changeRole(person.id(), to);
          return to;
        });
    keep(event, handle -> store.upsert(handle, in(person, to)));
  }

  private static Person in(Person person, Role role) {
    return new Person(
        person.tenant(),
        person.id(),
        person.email(),
        person.name(),
        role,
        person.source(),
        person.groups(),
        person.created(),
        person.lastActive());
  }

  /**
   * Gives somebody a new password, which from 0.12 on signs them out everywhere.
   *
   * @param given made here when empty
   */
  public Issued resetPassword(Tenant tenant, String who, Optional<Secret> given, Actor by) {
    given.ifPresent(Passwords::check);
    AppSession session = book.session(tenant);
    Person person = book.read(tenant, session).named(who);
    Secret password = given.orElseGet(passwords::forPerson);
    AuditEvent event = event(by, "person.password.reset", tenant, person);
    tried(
        event,
        () -> {
          session.resetPassword(person.id(), password);
          return person;
        });
    keep(event, handle -> {});
    return new Issued(person, password);
  }

  /** Signs somebody out everywhere. */
  public Person signOut(Tenant tenant, String who, Actor by) {
    AppSession session = book.session(tenant);
    Person person = book.read(tenant, session).named(who);
    AuditEvent event = event(by, "person.sign-out", tenant, person);
    tried(
        event,
        () -> {
          session.endSessions(person.id());
          return person;
        });
    keep(event, handle -> {});
    return person;
  }

  /**
   * Removes an account with its chats, for ever.
   *
   * @param typed its address, as a person typed it
   */
  public Person delete(Tenant tenant, String who, String typed, Actor by) {
    AppSession session = book.session(tenant);
    Roll roll = book.read(tenant, session);
    Person person = roll.named(who);
    if (!person.email().equalsIgnoreCase(typed.strip()))
      throw Fault.invalidField(
          "email",
          "delete-not-confirmed",
          "Type " + person.email() + " to delete the account. Nothing was deleted.");
    PersonAct.refuseLosing(roll, person);
    AuditEvent event =
        event(by, "person.delete", tenant, person)
            .changing(Map.of("name", person.name(), "role", person.role().wire()), Map.of());
    tried(
        event,
        () -> {
          session.deleteUser(person.id());
          return person;
        });
    keep(event, handle -> store.gone(handle, person, clock.instant()));
    return person;
  }

  /**
   * Records who is the client's main admin; they become an admin if they aren't one. The
   * workspace's oldest account stays Innkeeper's own, so nobody loses anything.
   */
  public Person mainAdmin(Tenant tenant, String who, Actor by) {
    AppSession session = book.session(tenant);
    Roll roll = book.read(tenant, session);
    Person person = roll.named(who);
    if (person.role() != Role.ADMIN)
      role(tenant, session, person, Role.ADMIN, event(by, "person.promote", tenant, person));
    String before = roll.mainAdmin().orElse("");
    keep(
        event(by, "person.main-admin", tenant, person)
            .changing(Map.of("mainAdmin", before), Map.of("mainAdmin", person.id())),
        handle -> store.mainAdmin(handle, tenant.id(), person.id(), clock.instant()));
    return book.of(tenant).named(person.id());
  }

  /** Something asked of an app. */
  interface Asking<T> {
    T ask();
  }

  /** Asks the app; what it refuses is audited as failed. */
  <T> T tried(AuditEvent event, Asking<T> asking) {
    try {
      return asking.ask();
    } catch (Fault e) {
      audit.refuse(
          new AuditEvent(
              event.actor(),
              event.verb(),
              event.subject(),
              Map.of(),
              Map.of(),
              "failed",
              e.said()));
      throw e;
    }
  }

  /** Writes what is now so, with its audit line, in one transaction. */
  void keep(AuditEvent event, Consumer<Handle> change) {
    database.change(
        handle -> {
          change.accept(handle);
          audit.record(handle, event);
        });
  }

  static AuditEvent event(Actor by, String verb, Tenant tenant, Person person) {
    return event(by, verb, tenant, person.email());
  }

  static AuditEvent event(Actor by, String verb, Tenant tenant, String what) {
    return AuditEvent.done(by, verb, what + " of tenant " + tenant.slug());
  }
}
