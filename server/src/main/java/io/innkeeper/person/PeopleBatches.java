package io.innkeeper.person;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Job;
import io.innkeeper.job.Jobs;
import io.innkeeper.openwebui.AppUser.Role;
import io.innkeeper.openwebui.Passwords;
import io.innkeeper.person.NewcomerStore.Newcomer;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import io.innkeeper.tenant.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Verbs on several people at once: looked at as a whole first, then done by a job that takes
 * everything back if one fails. Thread-safe.
 */
public final class PeopleBatches {
  private static final Duration PASSWORDS_KEPT = Duration.ofDays(7);

  private final Desk desk;
  private final PeopleBook book;
  private final People people;
  private final Passwords passwords;
  private final NewcomerStore newcomers;

  /** Where it writes and orders. */
  record Desk(Database database, AuditTrail audit, Jobs jobs, Ids ids, Clock clock) {}

  PeopleBatches(
      Desk desk, PeopleBook book, People people, Passwords passwords, NewcomerStore newcomers) {
    this.desk = desk;
    this.book = book;
    this.people = people;
    this.passwords = passwords;
    this.newcomers = newcomers;
  }

  /**
   * Whom something is done to.
   *
   * @param job what does it; empty when it was done at once or nothing had to be
   */
  public record Ordered(List<Person> people, Optional<Job> job) {
    public Ordered {
      people = List.copyOf(people);
    }
  }

  /**
   * People of a table that could all get an account now.
   *
   * @throws Fault INVALID naming every row that can't; CONFLICT if the app can't be asked
   */
  public List<PersonInput> checked(Tenant tenant, String csv) {
    List<PersonInput> given = PersonTable.read(csv);
    Roll roll = book.read(tenant);
    List<Fault.Field> problems = new ArrayList<>();
    for (int row = 0; row < given.size(); row++) {
      String email = given.get(row).email();
      boolean there = roll.people().stream().anyMatch(one -> one.email().equalsIgnoreCase(email));
      if (there)
        problems.add(
            new Fault.Field("csv", "Row " + (row + 2) + ": " + email + " has an account already."));
    }
    if (problems.isEmpty()) return given;
    throw Fault.invalid("people-table", problems.getFirst().said()).about(problems);
  }

  /** Gives all of them accounts, or none; their passwords wait to be taken once. */
  public Job bringIn(Tenant tenant, List<PersonInput> given, Actor by) {
    UUID batch = desk.ids().next();
    Job job =
        desk.database()
            .write(
                handle -> {
                  for (int row = 0; row < given.size(); row++)
                    newcomers.insert(
                        handle,
                        newcomer(tenant, given.get(row)),
                        batch,
                        row,
                        desk.clock().instant());
                  desk.audit()
                      .record(
                          handle,
                          People.event(by, "person.import", tenant, given.size() + " people"));
                  return order(
                      handle,
                      PersonWorks.IMPORT,
                      "Adding %d people to ".formatted(given.size()),
                      tenant,
                      Map.of("batch", batch.toString()),
                      by);
                });
    desk.jobs().wake();
    return job;
  }

  private Newcomer newcomer(Tenant tenant, PersonInput person) {
    return new Newcomer(desk.ids().next(), tenant.id(), person, passwords.forPerson(), false);
  }

  /** One at once, several by a job; whoever has the role already is left alone. */
  public Ordered act(Tenant tenant, PersonAct act, List<String> who, Actor by) {
    if (who.isEmpty())
      throw Fault.invalidField("people", "people-missing", "Name at least one person.");
    if (who.size() == 1)
      return new Ordered(List.of(people.act(tenant, act, who.getFirst(), by)), Optional.empty());
    Roll roll = book.read(tenant);
    List<Person> named =
        who.stream().map(roll::named).distinct().filter(one -> act.changes(one.role())).toList();
    named.forEach(one -> act.refuse(roll, one));
    refuseAllAdmins(act, roll, named);
    if (named.isEmpty()) return new Ordered(List.of(), Optional.empty());
    Map<String, String> input = new LinkedHashMap<>();
    input.put("act", act.word());
    input.put("people", String.join("\n", named.stream().map(Person::id).toList()));
    Job job =
        desk.database()
            .write(
                handle -> {
                  desk.audit()
                      .record(
                          handle,
                          People.event(
                              by, "person." + act.word(), tenant, named.size() + " people"));
                  String title = act.title() + named.size() + " people of ";
                  return order(handle, PersonWorks.ACT, title, tenant, input, by);
                });
    desk.jobs().wake();
    return new Ordered(named, Optional.of(job));
  }

  private static void refuseAllAdmins(PersonAct act, Roll roll, List<Person> named) {
    if (act.to() == Role.ADMIN) return;
    List<Person> admins = roll.people().stream().filter(one -> one.role() == Role.ADMIN).toList();
    if (admins.isEmpty() || !named.containsAll(admins)) return;
    throw Fault.conflict("person-last-admin", "Then the client would have no admin any more.")
        .advising("Leave one of them an admin.");
  }

  /** Makes an account an admin while the app is stopped; empty for Innkeeper's own account. */
  public Job repairAdmin(Tenant tenant, Optional<String> email, boolean mfaOff, Actor by) {
    if (tenant.wanted() != Tenant.Wanted.RUNNING)
      throw Fault.conflict("tenant-not-running", tenant.spec().displayName() + " is not to run.")
          .advising("Start it first, so that the repair can be proven.");
    Map<String, String> input = new LinkedHashMap<>();
    email.ifPresent(who -> input.put("email", who));
    input.put("mfaOff", Boolean.toString(mfaOff));
    Job job =
        desk.database()
            .write(
                handle -> {
                  desk.audit()
                      .record(
                          handle,
                          People.event(
                              by,
                              "person.repair-admin",
                              tenant,
                              email.orElse("Innkeeper's own account")));
                  return order(
                      handle, PersonWorks.REPAIR, "Repairing the admin of ", tenant, input, by);
                });
    desk.jobs().wake();
    return job;
  }

  private Job order(
      Handle handle, String kind, String title, Tenant tenant, Map<String, String> more, Actor by) {
    Map<String, String> input = new LinkedHashMap<>(more);
    input.put("tenant", tenant.id().toString());
    return desk.jobs()
        .order(
            handle,
            new Job.Order(kind, title + tenant.spec().displayName(), tenant.subject(), input, by));
  }

  /** Somebody who was brought in, with the password they were given. */
  public record Taken(PersonInput person, Secret password) {}

  /** How many passwords of imported people wait to be taken. */
  public long waiting(Tenant tenant) {
    return desk.database().read(handle -> newcomers.waiting(handle, tenant.id()));
  }

  /**
   * The passwords of imported people, this once; afterwards they are forgotten. Audited before they
   * are shown.
   */
  public List<Taken> takePasswords(Tenant tenant, Actor by) {
    return desk.database()
        .write(
            handle -> {
              List<Newcomer> taken = newcomers.take(handle, tenant.id());
              if (taken.isEmpty())
                throw Fault.conflict(
                        "no-passwords", "No password waits to be shown; each is shown once.")
                    .advising("Reset the password of whoever has none.");
              AuditEvent event =
                  People.event(by, "person.password.show", tenant, taken.size() + " people");
              desk.audit().record(handle, event);
              return taken.stream().map(one -> new Taken(one.person(), one.password())).toList();
            });
  }

  /** Passwords that nobody took in a week are forgotten. */
  void sweep() {
    desk.database()
        .change(handle -> newcomers.sweep(handle, desk.clock().instant().minus(PASSWORDS_KEPT)));
  }
}
