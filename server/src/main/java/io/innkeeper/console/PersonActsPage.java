package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.client.NewPerson;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Secret;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.job.Job;
import io.innkeeper.person.People;
import io.innkeeper.person.Person;
import io.innkeeper.person.PersonAct;
import io.innkeeper.person.PersonInput;
import io.innkeeper.tenant.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is done to one person: asked first, done by the app, and said. */
final class PersonActsPage {
  private static final String ONE = PeoplePage.ALL + "/{person}";

  private final ConsoleParts parts;
  private final Pages pages;
  private final TenantHeads heads;
  private final Tray tray;

  private interface Asking {
    Question question(Tenant tenant, Person person, Optional<String> refusal);
  }

  private interface Acting {
    String act(Call call, Tenant tenant, Person person);
  }

  PersonActsPage(ConsoleParts parts, Pages pages, TenantHeads heads, Tray tray) {
    this.parts = parts;
    this.pages = pages;
    this.heads = heads;
    this.tray = tray;
  }

  void hang(Routes routes) {
    routes.page("GET", PeoplePage.ALL + "/new", OPERATOR, this::ask);
    routes.page("POST", PeoplePage.ALL + "/new", OPERATOR, this::add);
    routes.page("GET", PeoplePage.ALL + "/repair-admin", ADMIN, this::askToRepair);
    routes.page("POST", PeoplePage.ALL + "/repair-admin", ADMIN, this::repair);
    routes.page("POST", ONE + "/approve", OPERATOR, this::approve);
    new ApproveAllPage(parts, pages, heads).hang(routes);
    verb(routes, "promote", PeopleQuestions::promote, role(PersonAct.PROMOTE));
    verb(routes, "demote", PeopleQuestions::demote, role(PersonAct.DEMOTE));
    verb(routes, "suspend", PeopleQuestions::suspend, role(PersonAct.SUSPEND));
    verb(routes, "main-admin", PeopleQuestions::mainAdmin, this::mainAdmin);
    verb(routes, "sign-out", PeopleQuestions::signOut, this::signOut);
    verb(routes, "password", PeopleQuestions::password, this::password);
    verb(routes, "delete", PeopleQuestions::delete, this::delete);
  }

  private void verb(Routes routes, String word, Asking asking, Acting acting) {
    routes.page(
        "GET",
        ONE + "/" + word,
        OPERATOR,
        call -> {
          Tenant tenant = heads.asked(call);
          return pages.dialog(
              call,
              TenantPages.ALL,
              asking.question(tenant, person(call, tenant), Optional.empty()));
        });
    routes.page(
        "POST",
        ONE + "/" + word,
        OPERATOR,
        call -> {
          Tenant tenant = heads.asked(call);
          Person person = person(call, tenant);
          try {
            String said = acting.act(call, tenant, person);
            String back = PeoplePage.address(tenant);
            return said.isEmpty() ? pages.done(call, back) : pages.done(call, back, Toast.of(said));
          } catch (Fault e) {
            return pages.dialogAgain(
                call,
                TenantPages.ALL,
                asking.question(tenant, person, Optional.of(Typed.words(e))));
          }
        });
  }

  private Acting role(PersonAct act) {
    return (call, tenant, person) ->
        act.done(parts.people().people().act(tenant, act, person.id(), call.actor()).email());
  }

  private Reply approve(Call call) {
    Tenant tenant = heads.asked(call);
    Person person = person(call, tenant);
    String said = role(PersonAct.APPROVE).act(call, tenant, person);
    return pages.done(call, PeoplePage.address(tenant), Toast.of(said));
  }

  private String mainAdmin(Call call, Tenant tenant, Person person) {
    return parts.people().people().mainAdmin(tenant, person.id(), call.actor()).email()
        + " is the main admin.";
  }

  private String signOut(Call call, Tenant tenant, Person person) {
    return parts.people().people().signOut(tenant, person.id(), call.actor()).email()
        + " is signed out everywhere.";
  }

  private String password(Call call, Tenant tenant, Person person) {
    People.Issued issued =
        parts.people().people().resetPassword(tenant, person.id(), Optional.empty(), call.actor());
    show(call, tenant, issued);
    return "";
  }

  private String delete(Call call, Tenant tenant, Person person) {
    String typed = call.form("typed").orElse("");
    return parts.people().people().delete(tenant, person.id(), typed, call.actor()).email()
        + " is deleted.";
  }

  private void show(Call call, Tenant tenant, People.Issued issued) {
    tray.show(
        call,
        PeoplePage.address(tenant),
        new Secret(
            "Password of " + issued.person().email(),
            "For " + parts.tenants().address(tenant) + ". It is shown now and never again.",
            issued.password().unwrap(),
            PeoplePage.address(tenant) + "/seen"));
  }

  private Reply ask(Call call) {
    Tenant tenant = heads.asked(call);
    Typed usual = Typed.now(Map.of("email", "", "name", "", "role", "user"));
    return pages.dialog(call, TenantPages.ALL, PeopleQuestions.add(tenant, usual));
  }

  private Reply add(Call call) {
    Tenant tenant = heads.asked(call);
    Typed typed = Typed.of(call, List.of("email", "name", "role"));
    try {
      PersonInput input =
          PersonInput.of(
              new NewPerson(typed.value("email"), typed.value("name"), typed.value("role")));
      show(call, tenant, parts.people().people().add(tenant, input, call.actor()));
      return pages.done(call, PeoplePage.address(tenant));
    } catch (Fault e) {
      return pages.dialogAgain(
          call, TenantPages.ALL, PeopleQuestions.add(tenant, said(typed, e, "email")));
    }
  }

  /** What the app refused is said at a field: all that was typed stays. */
  static Typed said(Typed typed, Fault fault, String field) {
    if (typed.tells(fault)) return typed.refusedBy(fault);
    return new Typed(typed.values(), Map.of(field, Typed.words(fault)));
  }

  private Reply askToRepair(Call call) {
    Tenant tenant = heads.asked(call);
    Typed usual = Typed.now(Map.of("email", "", "mfa", ""));
    return pages.dialog(call, TenantPages.ALL, PeopleQuestions.repair(tenant, usual));
  }

  private Reply repair(Call call) {
    Tenant tenant = heads.asked(call);
    Typed typed = Typed.of(call, List.of("email", "mfa"));
    try {
      Job job =
          parts
              .people()
              .batches()
              .repairAdmin(
                  tenant, typed.given("email"), typed.given("mfa").isPresent(), call.actor());
      return pages.done(call, "/jobs/" + job.id());
    } catch (Fault e) {
      return pages.dialogAgain(
          call, TenantPages.ALL, PeopleQuestions.repair(tenant, said(typed, e, "email")));
    }
  }

  private Person person(Call call, Tenant tenant) {
    return parts.people().book().of(tenant).named(call.path("person"));
  }
}
