package io.innkeeper.person;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Job;
import io.innkeeper.job.Progress;
import io.innkeeper.job.Step;
import io.innkeeper.job.Work;
import io.innkeeper.openwebui.AppSession;
import io.innkeeper.openwebui.AppUser;
import io.innkeeper.openwebui.AppUser.Role;
import io.innkeeper.person.NewcomerStore.Newcomer;
import io.innkeeper.store.Database;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantRoom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The jobs on several people as lists of steps, and the repair of lost admin access. */
final class PersonWorks {
  static final String IMPORT = "person.import";
  static final String ACT = "person.act";
  static final String REPAIR = "person.repair-admin";

  private final Database database;
  private final TenantRoom tenants;
  private final PeopleBook book;
  private final People people;
  private final NewcomerStore newcomers;

  PersonWorks(
      Database database,
      TenantRoom tenants,
      PeopleBook book,
      People people,
      NewcomerStore newcomers) {
    this.database = database;
    this.tenants = tenants;
    this.book = book;
    this.people = people;
    this.newcomers = newcomers;
  }

  List<Work> all() {
    return List.of(work(IMPORT, this::bringIn), work(ACT, this::act), work(REPAIR, this::repair));
  }

  private List<Step> bringIn(Job job) {
    UUID batch = UUID.fromString(job.input().getOrDefault("batch", ""));
    return List.of(
        Step.of("Look whether nobody of them is there", progress -> refuseThere(job, batch))
            .undoneBy(progress -> database.change(handle -> newcomers.forget(handle, batch))),
        Step.of("Make their accounts", progress -> add(job, batch, progress))
            .undoneBy(progress -> takeBack(job, batch, progress)),
        readAgain(job));
  }

  private void refuseThere(Job job, UUID batch) {
    AppSession session = book.session(tenant(job));
    for (Newcomer one : of(batch))
      if (session.user(one.person().email()).isPresent()) throw there(one);
  }

  private static Fault there(Newcomer one) {
    return Fault.conflict(
        "app-user-exists", one.person().email() + " has got an account meanwhile.");
  }

  private void add(Job job, UUID batch, Progress progress) throws InterruptedException {
    Tenant tenant = tenant(job);
    AppSession session = book.session(tenant);
    List<Newcomer> all = of(batch);
    int done = 0;
    for (Newcomer one : all) {
      progress.checkCancelled();
      progress.now(done + " of " + all.size());
      if (!one.done()) add(job, tenant, session, one, progress);
      done++;
    }
    progress.say(done + " accounts were made; their passwords wait to be shown once");
  }

  private void add(Job job, Tenant tenant, AppSession session, Newcomer one, Progress progress) {
    PersonInput person = one.person();
    AppUser made = made(tenant, session, one);
    progress.remember(mark(one), made.id());
    people.keep(
        People.event(job.by(), "person.add", tenant, person.email())
            .changing(Map.of(), Map.of("name", person.name(), "role", person.role().wire())),
        handle -> {
          new PersonStore().upsert(handle, Person.of(tenant.id(), made));
          newcomers.done(handle, one.id());
        });
  }

  /** What is there already is somebody else's, unless it is from before a crash of ours. */
  private AppUser made(Tenant tenant, AppSession session, Newcomer one) {
    PersonInput person = one.person();
    Optional<AppUser> there = session.user(person.email());
    if (there.isEmpty())
      return session.addUser(person.name(), person.email(), one.password(), person.role());
    if (ours(tenant, one)) return there.get();
    throw there(one);
  }

  /** Only an account that this import made knows the password that was made for it. */
  private boolean ours(Tenant tenant, Newcomer one) {
    return book.opens(tenant, one.person().email(), one.password());
  }

  /** Only what this import made goes: an address may have come by another way meanwhile. */
  private void takeBack(Job job, UUID batch, Progress progress) {
    Tenant tenant = tenant(job);
    AppSession session = book.session(tenant);
    for (Newcomer one : of(batch)) {
      String made = progress.recall(mark(one));
      if (made.isEmpty())
        made =
            session
                .user(one.person().email())
                .filter(user -> ours(tenant, one))
                .map(AppUser::id)
                .orElse("");
      if (!made.isEmpty()) takeBack(job, tenant, session, one.person(), made);
    }
    Roll unused = book.fresh(tenant);
  }

  private void takeBack(
      Job job, Tenant tenant, AppSession session, PersonInput person, String made) {
    session.deleteUser(made);
    people.keep(
        People.event(job.by(), "person.add.take-back", tenant, person.email())
            .changing(Map.of("name", person.name(), "role", person.role().wire()), Map.of()),
        handle -> {});
  }

  private static String mark(Newcomer one) {
    return "made " + one.id();
  }

  private List<Newcomer> of(UUID batch) {
    return database.read(handle -> newcomers.of(handle, batch));
  }

  private List<Step> act(Job job) {
    PersonAct act =
        PersonAct.valueOf(job.input().getOrDefault("act", "approve").toUpperCase(Locale.ROOT));
    List<String> ids = List.of(job.input().getOrDefault("people", "").split("\n"));
    return List.of(
        Step.of("Change their roles", progress -> change(job, act, ids, progress))
            .undoneBy(progress -> changeBack(job, ids, progress)),
        readAgain(job));
  }

  private void change(Job job, PersonAct act, List<String> ids, Progress progress)
      throws InterruptedException {
    Tenant tenant = tenant(job);
    AppSession session = book.session(tenant);
    Roll roll = book.read(tenant, session);
    for (String id : ids) {
      progress.checkCancelled();
      Person person = roll.named(id);
      if (!act.changes(person.role())) continue;
      progress.remember("was " + id, person.role().wire());
      people.role(tenant, session, person, act.to(), event(job.by(), act, tenant, person));
      progress.say(act.done(person.email()));
    }
  }

  private static AuditEvent event(Actor by, PersonAct act, Tenant tenant, Person person) {
    return People.event(by, "person." + act.word(), tenant, person);
  }

  private void changeBack(Job job, List<String> ids, Progress progress) {
    Tenant tenant = tenant(job);
    AppSession session = book.session(tenant);
    Roll roll = book.read(tenant, session);
    for (Person person : roll.people()) {
      String was = ids.contains(person.id()) ? progress.recall("was " + person.id()) : "";
      if (was.isEmpty() || was.equals(person.role().wire())) continue;
      AuditEvent event = People.event(job.by(), "person.role.take-back", tenant, person);
      people.role(tenant, session, person, Role.parse(was), event);
    }
    Roll unused = book.fresh(tenant);
  }

  private List<Step> repair(Job job) {
    Optional<String> email = Optional.ofNullable(job.input().get("email"));
    boolean mfaOff = Boolean.parseBoolean(job.input().get("mfaOff"));
    return tenants.repairAdmin(id(job), email, mfaOff);
  }

  private Step readAgain(Job job) {
    return Step.of(
        "Read the people again",
        progress -> {
          Roll roll = book.read(tenant(job));
          progress.say("The workspace has " + roll.people().size() + " people");
        });
  }

  private Tenant tenant(Job job) {
    return tenants.tenants().get(id(job));
  }

  private static UUID id(Job job) {
    return UUID.fromString(job.input().getOrDefault("tenant", ""));
  }

  private static Work work(String kind, Function<Job, List<Step>> steps) {
    return new Work() {
      @Override
      public String kind() {
        return kind;
      }

      @Override
      public List<Step> steps(Job job) {
        return steps.apply(job);
      }
    };
  }
}
