package io.innkeeper.console;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.openwebui.AppGroup;
import io.innkeeper.person.Person;
import io.innkeeper.tenant.Tenant;
import java.util.List;
import java.util.Optional;

/** What is asked before something is done to somebody. */
final class PeopleQuestions {
  private static final List<Field.Choice> ROLES =
      List.of(
          new Field.Choice("user", "User", ""),
          new Field.Choice("admin", "Admin", ""),
          new Field.Choice("pending", "Pending", ""));

  private PeopleQuestions() {}

  static Question add(Tenant tenant, Typed typed) {
    return of(
        tenant,
        "Add a person to " + tenant.spec().displayName(),
        "A password is made and shown once.",
        List.of(
            typed.fill(Field.of(Field.Kind.EMAIL, "email", "E-mail")),
            typed.fill(Field.text("name", "Name").optional("optional")),
            typed.fill(
                Field.segments("role", "Role", ROLES)
                    .hinted("An admin sees everybody and changes the workspace’s settings."))),
        Action.post("Add", PeoplePage.address(tenant) + "/new").with("user-plus").primary(),
        "innkeeper person add " + tenant.slug() + " E-MAIL");
  }

  static Question promote(Tenant tenant, Person person, Optional<String> refusal) {
    return one(
        tenant,
        person,
        "promote",
        "Make " + person.email() + " an admin?",
        "An admin sees everybody’s account and changes the workspace’s settings. Innkeeper’s own"
            + " account and the gateway stay out of reach.",
        "Make an admin",
        refusal);
  }

  static Question demote(Tenant tenant, Person person, Optional<String> refusal) {
    return one(
        tenant,
        person,
        "demote",
        "Make " + person.email() + " an ordinary user?",
        "At once, in sessions that are open too. Their chats stay.",
        "Make an ordinary user",
        refusal);
  }

  static Question suspend(Tenant tenant, Person person, Optional<String> refusal) {
    return one(
        tenant,
        person,
        "suspend",
        "Suspend " + person.email() + "?",
        "They can sign in but see only that they wait for approval, at once. Nothing of theirs"
            + " goes.",
        "Suspend",
        refusal);
  }

  static Question mainAdmin(Tenant tenant, Person person, Optional<String> refusal) {
    return one(
        tenant,
        person,
        "main-admin",
        "Make " + person.email() + " the main admin?",
        "The client’s main admin is whom we talk to; it is written down here. The workspace’s"
            + " oldest account stays Innkeeper’s own, which no other admin can change.",
        "Make the main admin",
        refusal);
  }

  static Question signOut(Tenant tenant, Person person, Optional<String> refusal) {
    return one(
        tenant,
        person,
        "sign-out",
        "Sign " + person.email() + " out everywhere?",
        "They can sign in again. API keys they made stay.",
        "Sign out",
        refusal);
  }

  static Question password(Tenant tenant, Person person, Optional<String> refusal) {
    return one(
        tenant,
        person,
        "password",
        "Make a new password for " + person.email() + "?",
        "It is shown once. From Open WebUI 0.12 on they are signed out everywhere; in older"
            + " versions open sessions go on. A second factor of theirs stays."
            + (person.source().equals("password") ? "" : " They usually sign in by a provider."),
        "Make a password",
        refusal);
  }

  static Question delete(Tenant tenant, Person person, Optional<String> refusal) {
    return new Question(
        "Delete " + person.email() + " for ever?",
        Sentence.of("Suspending them instead keeps everything."),
        List.of(
            "The account of " + person.name(),
            "All their chats, shared ones too",
            "Their place in groups"),
        List.of(
            "Files, knowledge, prompts and models they made stay in the workspace",
            "What they used stays in the ledger"),
        List.of(),
        person.email(),
        Action.post("Delete the account", at(tenant, person, "delete"))
            .with("trash-2")
            .weighing(Action.Weight.DESTROY),
        "Keep it",
        PeoplePage.address(tenant),
        refusal,
        Sentence.of("innkeeper person delete " + tenant.slug() + " " + person.email()));
  }

  static Question repair(Tenant tenant, Typed typed) {
    return of(
        tenant,
        "Repair the admin of " + tenant.spec().displayName(),
        "The workspace is stopped for about half a minute, its database copied, one row changed"
            + " and proven. If anything fails, all is as it was.",
        List.of(
            typed.fill(
                Field.of(Field.Kind.EMAIL, "email", "Account")
                    .optional("Innkeeper’s own, when left empty")),
            typed.fill(
                Field.tick("mfa", "Stop demanding a second factor of everybody")
                    .noted("Needed when somebody switched it on for all accounts."))),
        Action.post("Stop and repair", PeoplePage.address(tenant) + "/repair-admin").primary(),
        "innkeeper person repair-admin " + tenant.slug());
  }

  static Question newGroup(Tenant tenant, Typed typed) {
    return of(
        tenant,
        "Make a group",
        "What it allows is set in the workspace.",
        List.of(
            typed.fill(Field.text("name", "Name")),
            typed.fill(Field.text("about", "About").optional("optional"))),
        Action.post("Make the group", PeoplePage.address(tenant) + "/groups/new").primary(),
        "innkeeper person group create " + tenant.slug() + " NAME");
  }

  static Question members(Tenant tenant, AppGroup group, boolean in, Typed typed) {
    String verb = in ? "add" : "remove";
    return of(
        tenant,
        in ? "Add people to " + group.name() : "Take people out of " + group.name(),
        "",
        List.of(
            typed.fill(
                Field.of(Field.Kind.AREA, "people", "People").hinted("One address a line."))),
        Action.post(
                in ? "Add them" : "Take them out",
                PeoplePage.address(tenant) + "/groups/" + group.id() + "/" + verb)
            .primary(),
        "innkeeper person group " + verb + " " + tenant.slug() + " GROUP E-MAIL…");
  }

  static Question deleteGroup(Tenant tenant, AppGroup group) {
    return new Question(
        "Delete the group " + group.name() + "?",
        Sentence.NONE,
        List.of("What the group allowed its people"),
        List.of("The people, their chats and their other groups"),
        List.of(),
        "",
        Action.post(
                "Delete the group",
                PeoplePage.address(tenant) + "/groups/" + group.id() + "/delete")
            .with("trash-2")
            .weighing(Action.Weight.DESTROY),
        "Keep it",
        PeoplePage.address(tenant),
        Optional.empty());
  }

  private static Question one(
      Tenant tenant,
      Person person,
      String verb,
      String title,
      String text,
      String button,
      Optional<String> refusal) {
    String command = verb.equals("password") ? "reset-password" : verb;
    return new Question(
        title,
        Sentence.of(text),
        List.of(),
        List.of(),
        List.of(),
        "",
        Action.post(button, at(tenant, person, verb)).primary(),
        "Leave it",
        PeoplePage.address(tenant),
        refusal,
        Sentence.of("innkeeper person %s %s %s".formatted(command, tenant.slug(), person.email())));
  }

  private static Question of(
      Tenant tenant, String title, String text, List<Field> fields, Action verb, String command) {
    return new Question(
        title,
        text.isEmpty() ? Sentence.NONE : Sentence.of(text),
        List.of(),
        List.of(),
        fields,
        "",
        verb,
        "Leave it",
        PeoplePage.address(tenant),
        Optional.empty(),
        Sentence.of(command));
  }

  private static String at(Tenant tenant, Person person, String verb) {
    return PeoplePage.address(tenant) + "/" + person.id() + "/" + verb;
  }
}
