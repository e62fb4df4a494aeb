package io.innkeeper.console;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.tenant.Tenant;
import java.util.List;
import java.util.Optional;

/** What is asked before something is done to a tenant; the title is the question. */
final class TenantQuestions {
  private static final String STAYS = "Data, settings, keys and address stay";

  private TenantQuestions() {}

  static Question stop(Tenant tenant, Typed typed, Optional<String> refusal) {
    return new Question(
        "Stop " + name(tenant) + "?",
        Sentence.of("People can’t work in it until it is started again. Open answers end first."),
        List.of(),
        List.of(STAYS),
        List.of(typed.fill(why())),
        "",
        Action.post("Stop tenant", at(tenant, "stop")).with("square").primary(),
        "Keep it running",
        TenantHeads.address(tenant),
        refusal,
        same(tenant, "stop"));
  }

  private static Field why() {
    return Field.text("reason", "Why").optional("optional; shown with the state");
  }

  private static Sentence same(Tenant tenant, String verb) {
    return Sentence.of("innkeeper tenant " + verb + " " + tenant.slug() + " --why TEXT");
  }

  static Question restart(Tenant tenant, Optional<String> refusal) {
    return question(
        tenant,
        "Restart %s?",
        "It is away for some seconds, usually under a minute. Open answers end first.",
        List.of(STAYS),
        Action.post("Restart tenant", at(tenant, "restart")).with("rotate-cw").primary(),
        "Keep it running",
        refusal);
  }

  static Question recreate(Tenant tenant, Optional<String> refusal) {
    return question(
        tenant,
        "Make a new container for %s?",
        "It takes the place of the old one, under a minute without service. If it does not become"
            + " healthy, the old one comes back by itself.",
        List.of(STAYS),
        Action.post("Make a new container", at(tenant, "recreate")).with("refresh-cw").primary(),
        "Keep the old one",
        refusal);
  }

  static Question remove(Tenant tenant, Typed typed, Optional<String> refusal) {
    return new Question(
        "Remove the container of " + name(tenant) + "?",
        Sentence.of("Starting it later makes it whole again."),
        List.of("its container and its network"),
        List.of("Chats, files, settings and keys stay", "Its slug stays taken"),
        List.of(typed.fill(why())),
        "",
        Action.post("Remove container", at(tenant, "remove")).with("unplug").danger(),
        "Keep it",
        TenantHeads.address(tenant),
        refusal,
        same(tenant, "remove"));
  }

  static Question erase(Tenant tenant, Optional<String> refusal) {
    return new Question(
        "Erase " + name(tenant) + " for ever?",
        Sentence.NONE,
        List.of(
            "all chats, files, settings and accounts in it",
            "its container, its network, its keys and its service account",
            "its slug becomes free again"),
        List.of("Audit stays: it is your book, and it gets a certificate of this erasure"),
        List.of(),
        tenant.slug().value(),
        Action.post("Erase for ever", at(tenant, "erase"))
            .with("trash-2")
            .weighing(Action.Weight.DESTROY),
        "Keep it",
        TenantHeads.address(tenant),
        refusal);
  }

  static Question rename(Tenant tenant, Typed typed, Optional<String> refusal) {
    return new Question(
        "Rename " + name(tenant) + "?",
        Sentence.of(
            "People see the new name in the workspace. A running one gets a new container for it:"
                + " under a minute without service."),
        List.of(),
        List.of("Slug, address and data stay"),
        List.of(typed.fill(Field.text("displayName", "Display name"))),
        "",
        Action.post("Rename tenant", at(tenant, "rename")).with("pencil").primary(),
        "Keep the name",
        TenantHeads.address(tenant),
        refusal);
  }

  static Question firstAdmin(Tenant tenant, String email, Optional<String> refusal) {
    return question(
        tenant,
        "Show the first admin’s password of %s?",
        "It lets "
            + email
            + " sign in and is shown this once; afterwards Innkeeper forgets it. The audit keeps"
            + " that you looked.",
        List.of(),
        Action.post("Show the password", at(tenant, "first-admin")).with("key-round").primary(),
        "Not now",
        refusal);
  }

  private static Question question(
      Tenant tenant,
      String title,
      String text,
      List<String> stays,
      Action verb,
      String keep,
      Optional<String> refusal) {
    return new Question(
        title.formatted(name(tenant)),
        Sentence.of(text),
        List.of(),
        stays,
        List.of(),
        "",
        verb,
        keep,
        TenantHeads.address(tenant),
        refusal);
  }

  private static String name(Tenant tenant) {
    return tenant.spec().displayName();
  }

  private static String at(Tenant tenant, String verb) {
    return TenantHeads.address(tenant) + "/" + verb;
  }
}
