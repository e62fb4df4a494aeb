package io.innkeeper.person;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.client.AdminRepair;
import io.innkeeper.client.IssuedPersonView;
import io.innkeeper.client.MainAdminChange;
import io.innkeeper.client.NewPerson;
import io.innkeeper.client.PeopleImport;
import io.innkeeper.client.PeopleJobView;
import io.innkeeper.client.PeopleNamed;
import io.innkeeper.client.PersonDeletion;
import io.innkeeper.client.PersonPassword;
import io.innkeeper.client.PersonView;
import io.innkeeper.client.TakenPasswordView;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.job.Job;
import io.innkeeper.secret.Secret;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantRoom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** People of tenants for programs: {@code /api/v1/tenants/{tenant}/people}. */
public final class PersonResource {
  static final String ALL = "/api/v1/tenants/{tenant}/people";
  private static final String ONE = ALL + "/{person}";

  private final PersonRoom room;
  private final TenantRoom tenants;
  private final Clock clock;

  PersonResource(PersonRoom room, TenantRoom tenants, Clock clock) {
    this.room = room;
    this.tenants = tenants;
    this.clock = clock;
  }

  void hang(Routes routes) {
    new PeopleSights(room, tenants, clock).hang(routes);
    hangNewcomers(routes);
    hangRoles(routes);
    hangOne(routes);
  }

  private void hangNewcomers(Routes routes) {
    routes.api(
        "POST",
        ALL,
        OPERATOR,
        "Gives somebody an account; the password is shown this once.",
        NewPerson.class,
        IssuedPersonView.class,
        this::add);
    routes
        .api(
            "POST",
            ALL + "/import",
            OPERATOR,
            "Gives all people of a CSV table accounts, or none; ?dry-run=true only checks it.",
            PeopleImport.class,
            PeopleJobView.class,
            this::bringIn)
        .dryRun(PeopleJobView.class);
    routes.api(
        "POST",
        ALL + "/passwords",
        OPERATOR,
        "The passwords of imported people, this once.",
        TakenPasswordView[].class,
        this::passwords);
  }

  private void hangRoles(Routes routes) {
    act(routes, PersonAct.APPROVE, "Lets people in who wait.");
    act(routes, PersonAct.PROMOTE, "Makes people admins of the workspace.");
    act(routes, PersonAct.DEMOTE, "Makes admins ordinary users.");
    act(routes, PersonAct.SUSPEND, "Makes people wait for approval again.");
    routes.api(
        "PUT",
        ALL + "/main-admin",
        OPERATOR,
        "Records the client's main admin, who becomes an admin if they aren't one.",
        MainAdminChange.class,
        PersonView.class,
        this::mainAdmin);
    routes.api(
        "POST",
        ALL + "/repair-admin",
        ADMIN,
        "Stops the app, makes an account an admin in its database, proves it and starts it.",
        AdminRepair.class,
        PeopleJobView.class,
        this::repair);
  }

  private void hangOne(Routes routes) {
    routes.api(
        "POST",
        ONE + "/password",
        OPERATOR,
        "Gives somebody a new password, shown this once; from 0.12 on it ends their sessions.",
        PersonPassword.class,
        IssuedPersonView.class,
        this::password);
    routes.api(
        "POST",
        ONE + "/sign-out",
        OPERATOR,
        "Signs somebody out everywhere.",
        PersonView.class,
        this::signOut);
    routes.api(
        "POST",
        ONE + "/delete",
        OPERATOR,
        "Deletes an account with its chats for ever; the body repeats the address.",
        PersonDeletion.class,
        Void.class,
        this::delete);
  }

  private void act(Routes routes, PersonAct act, String says) {
    routes.api(
        "POST",
        ALL + "/" + act.word(),
        OPERATOR,
        says + " One at once, several by a job that takes all back if one fails.",
        PeopleNamed.class,
        PeopleJobView.class,
        call -> {
          List<String> who = named(call.body(PeopleNamed.class));
          PeopleBatches.Ordered ordered = room.batches().act(tenant(call), act, who, call.actor());
          return reply(ordered.people().stream().map(Person::email).toList(), ordered.job());
        });
  }

  static List<String> named(PeopleNamed given) {
    return given.people() == null ? List.of() : given.people();
  }

  private static Reply reply(List<String> people, Optional<Job> job) {
    return job.map(
            one -> Reply.accepted("/api/v1/jobs/" + one.id(), new PeopleJobView(people, one.id())))
        .orElseGet(() -> Reply.ok(new PeopleJobView(people, null)));
  }

  private Reply add(Call call) {
    Tenant tenant = tenant(call);
    PersonInput input = PersonInput.of(call.body(NewPerson.class));
    People.Issued issued = room.people().add(tenant, input, call.actor());
    return Reply.created("/api/v1/tenants/" + tenant.slug() + "/people", issued(tenant, issued));
  }

  private IssuedPersonView issued(Tenant tenant, People.Issued issued) {
    return new IssuedPersonView(
        PersonViews.of(tenant, room.book().of(tenant), issued.person()),
        issued.password().unwrap(),
        tenants.address(tenant));
  }

  private Reply bringIn(Call call) {
    Tenant tenant = tenant(call);
    String csv = Optional.ofNullable(call.body(PeopleImport.class).csv()).orElse("");
    List<PersonInput> people = room.batches().checked(tenant, csv);
    List<String> addresses = people.stream().map(PersonInput::email).toList();
    if (call.dryRun()) return reply(addresses, Optional.empty());
    return reply(addresses, Optional.of(room.batches().bringIn(tenant, people, call.actor())));
  }

  private List<TakenPasswordView> passwords(Call call) {
    return room.batches().takePasswords(tenant(call), call.actor()).stream()
        .map(
            one ->
                new TakenPasswordView(
                    one.person().email(), one.person().name(), one.password().unwrap()))
        .toList();
  }

  private PersonView mainAdmin(Call call) {
    Tenant tenant = tenant(call);
    String who = Optional.ofNullable(call.body(MainAdminChange.class).person()).orElse("");
    Person person = room.people().mainAdmin(tenant, who, call.actor());
    return PersonViews.of(tenant, room.book().of(tenant), person);
  }

  private Reply repair(Call call) {
    AdminRepair given = call.bodyIfAny(AdminRepair.class).orElse(new AdminRepair(null, null));
    Optional<String> email =
        Optional.ofNullable(given.email()).map(String::strip).filter(text -> !text.isEmpty());
    Job job =
        room.batches()
            .repairAdmin(tenant(call), email, Boolean.TRUE.equals(given.mfaOff()), call.actor());
    return reply(email.stream().toList(), Optional.of(job));
  }

  private IssuedPersonView password(Call call) {
    Tenant tenant = tenant(call);
    Optional<Secret> given =
        call.bodyIfAny(PersonPassword.class)
            .flatMap(body -> Optional.ofNullable(body.password()))
            .map(Secret::of);
    return issued(
        tenant, room.people().resetPassword(tenant, call.path("person"), given, call.actor()));
  }

  private PersonView signOut(Call call) {
    Tenant tenant = tenant(call);
    Person person = room.people().signOut(tenant, call.path("person"), call.actor());
    return PersonViews.of(tenant, room.book().of(tenant), person);
  }

  private Reply delete(Call call) {
    String typed = Optional.ofNullable(call.body(PersonDeletion.class).email()).orElse("");
    Person unused = room.people().delete(tenant(call), call.path("person"), typed, call.actor());
    return Reply.none();
  }

  private Tenant tenant(Call call) {
    return PersonViews.visible(tenants, call);
  }
}
