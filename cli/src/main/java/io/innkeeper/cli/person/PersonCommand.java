package io.innkeeper.cli.person;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Limit;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.client.Answer;
import io.innkeeper.client.EndUsersView;
import io.innkeeper.client.IssuedPersonView;
import io.innkeeper.client.MainAdminChange;
import io.innkeeper.client.NewPerson;
import io.innkeeper.client.PersonDeletion;
import io.innkeeper.client.PersonPassword;
import io.innkeeper.client.PersonView;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper person …}: who is there, and the verbs on one of them. */
@Command(
    name = "person",
    description = "People of tenants: who has an account in a workspace, and what they may do.",
    subcommands = {
      RoleCommands.Approve.class,
      RoleCommands.Promote.class,
      RoleCommands.Demote.class,
      RoleCommands.Suspend.class,
      ImportCommand.class,
      RepairCommand.class,
      GroupCommand.class,
      EverywhereCommand.class,
      OutcomeCommand.class
    })
public final class PersonCommand {
  static final String ALL = "/tenants/{}/people";
  static final String TENANT = "The tenant's slug or id.";
  static final String PERSON = "Their e-mail address, or their id in the workspace.";

  private final Desk desk;
  private final PersonText text;

  public PersonCommand(Desk desk) {
    this.desk = desk;
    this.text = new PersonText(desk.when());
  }

  @Command(description = "List a tenant's people.")
  void list(
      @Parameters(paramLabel = "TENANT", description = TENANT) String tenant,
      @Option(names = "--search", paramLabel = "TEXT", description = "In a name or address.")
          Optional<String> search,
      @Option(names = "--role", paramLabel = "ROLE", description = "admin, user or pending.")
          Optional<String> role,
      @Option(names = "--stored", description = "As last told; don't ask the workspace now.")
          boolean stored,
      @Mixin Limit limit) {
    Query query = Query.of(ALL, tenant).with("q", search).with("role", role);
    new Lists(desk)
        .show(
            query.when(!stored, "fresh"),
            PersonView.class,
            text.people(),
            limit,
            "No such people. Add one: innkeeper person add TENANT E-MAIL");
    sayAge(query);
  }

  /** Who reads a list must know how old it is, and when the workspace could not be asked. */
  private void sayAge(Query query) {
    if (desk.options().json() || desk.options().quiet()) return;
    var told = desk.client().get(query.with("limit", 1).path()).json();
    String failure = told.path("failure").asText();
    String age =
        told.hasNonNull("readAt")
            ? "told " + desk.when().ago(Instant.parse(told.path("readAt").asText()))
            : "never told";
    desk.terminal()
        .err()
        .println(
            failure.isEmpty()
                ? "As " + age + "."
                : "This is an earlier list, " + age + ": " + failure);
  }

  @Command(description = "Find somebody over all tenants.")
  void find(
      @Parameters(paramLabel = "TEXT", description = "A part of the address or name.")
          String sought,
      @Mixin Limit limit) {
    new Lists(desk)
        .show(
            new Query("/people").with("email", sought),
            PersonView.class,
            text.found(),
            limit,
            "Nobody like that in any tenant, as far as they were told.");
  }

  @Command(description = "Give somebody an account; the password is shown once.")
  void add(
      @Parameters(paramLabel = "TENANT", description = TENANT) String tenant,
      @Parameters(paramLabel = "E-MAIL", description = "Their e-mail address.") String email,
      @Option(names = "--name", paramLabel = "NAME", description = "As people call them.")
          Optional<String> name,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              description = "user when not given; admin or pending.")
          Optional<String> role) {
    NewPerson person = new NewPerson(email, name.orElse(null), role.orElse(null));
    Answer answer = desk.client().post(Query.of(ALL, tenant).path(), person);
    desk.show(answer, IssuedPersonView.class, IssuedPersonView::password, PersonText::issued);
  }

  @Command(
      name = "reset-password",
      description = "Give somebody a new password, shown once; their sessions end.")
  void resetPassword(
      @Parameters(paramLabel = "TENANT", description = TENANT) String tenant,
      @Parameters(paramLabel = "PERSON", description = PERSON) String person) {
    Answer answer =
        desk.client()
            .post(Query.of(ALL + "/{}/password", tenant, person).path(), new PersonPassword(null));
    desk.show(answer, IssuedPersonView.class, IssuedPersonView::password, PersonText::issued);
  }

  @Command(name = "sign-out", description = "Sign somebody out everywhere.")
  void signOut(
      @Parameters(paramLabel = "TENANT", description = TENANT) String tenant,
      @Parameters(paramLabel = "PERSON", description = PERSON) String person) {
    desk.show(
        desk.client().post(Query.of(ALL + "/{}/sign-out", tenant, person).path(), null),
        PersonView.class,
        PersonView::email,
        one -> one.email() + " is signed out everywhere; API keys stay.");
  }

  @Command(
      description = "Delete an account with its chats, for ever.",
      footer = {"", "Files, knowledge, prompts and models they made stay in the workspace."})
  void delete(
      @Parameters(paramLabel = "TENANT", description = TENANT) String tenant,
      @Parameters(paramLabel = "E-MAIL", description = "Their e-mail address.") String email,
      @Option(names = "--yes", paramLabel = "E-MAIL", description = "It again, instead of asking.")
          Optional<String> yes) {
    desk.demandConfirmed(email, yes, "The account " + email + " goes with its chats, for ever.");
    desk.client()
        .post(Query.of(ALL + "/{}/delete", tenant, email).path(), new PersonDeletion(email));
    desk.tell(email + " is deleted.");
  }

  @Command(
      name = "main-admin",
      description = "Record the client's main admin, who becomes an admin if need be.",
      footer = {
        "",
        "The workspace's oldest account stays Innkeeper's own, which other admins can't change."
      })
  void mainAdmin(
      @Parameters(paramLabel = "TENANT", description = TENANT) String tenant,
      @Parameters(paramLabel = "PERSON", description = PERSON) String person) {
    desk.show(
        desk.client()
            .put(Query.of(ALL + "/main-admin", tenant).path(), new MainAdminChange(person)),
        PersonView.class,
        PersonView::email,
        one -> one.email() + " is the client's main admin.");
  }

  @Command(description = "Count who used the workspaces in the last 30 days.")
  void count() {
    desk.show(
        desk.client().get("/end-users"),
        EndUsersView.class,
        view -> Long.toString(view.people()),
        text::endUsers);
  }
}
