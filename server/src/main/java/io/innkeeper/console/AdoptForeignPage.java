package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;

import io.innkeeper.client.Adopting;
import io.innkeeper.client.AdoptionView;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.organisation.Organisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An Open WebUI that somebody else started becomes a tenant. */
final class AdoptForeignPage {
  static final String FOREIGN = TenantPages.ALL + "/adopt/foreign";
  private static final String PASSWORD = "adminPassword";
  private static final List<String> NAMES =
      List.of("container", "organisation", "displayName", "slug", "adminEmail", PASSWORD);

  private final ConsoleParts parts;
  private final Pages pages;

  AdoptForeignPage(ConsoleParts parts, Pages pages) {
    this.parts = parts;
    this.pages = pages;
  }

  void hang(Routes routes) {
    routes.page("GET", FOREIGN, ADMIN, call -> pages.dialog(call, TenantPages.ALL, fresh()));
    routes.page("POST", FOREIGN, ADMIN, this::adopt);
  }

  private Question fresh() {
    return question(Typed.now(Map.of()), Optional.empty());
  }

  private Reply adopt(Call call) {
    Typed typed = Typed.of(call, NAMES);
    try {
      UUID payer = parts.organisations().active(typed.value("organisation")).id();
      AdoptionView ordered =
          parts.tenants().adoption().foreign(wanted(typed), payer, false, call.actor());
      return pages.done(
          call,
          "/jobs/" + ordered.adopted().getFirst().jobId(),
          Toast.of("Adopting " + typed.value("container") + "."));
    } catch (Fault e) {
      boolean tells = typed.tells(e);
      return pages.dialogAgain(
          call,
          TenantPages.ALL,
          question(
              tells ? typed.refusedBy(e) : typed,
              tells ? Optional.empty() : Optional.of(TenantVerbsPage.words(e))));
    }
  }

  private static Adopting wanted(Typed typed) {
    return new Adopting(
        typed.value("container"),
        typed.value("organisation"),
        typed.given("displayName").orElse(null),
        typed.given("slug").orElse(null),
        null,
        typed.value("adminEmail"),
        typed.value(PASSWORD));
  }

  private Question question(Typed typed, Optional<String> refusal) {
    return new Question(
        "Adopt a container that somebody else made?",
        Sentence.of(
            "Its data is copied and a container of ours starts on the copy. Its own is stopped and"
                + " kept, so that it can be started again."),
        List.of(),
        List.of("people, chats and files", "its settings", "its own container, stopped"),
        fields(typed),
        "",
        Action.post("Adopt", FOREIGN).primary(),
        "Not now",
        TenantPages.ALL,
        refusal,
        Sentence.of(
            "innkeeper tenant adopt CONTAINER --org ORG --admin-email ADDRESS --password-stdin"));
  }

  private List<Field> fields(Typed typed) {
    List<Field> fields = new ArrayList<>();
    fields.add(
        typed.fill(
            Field.code("container", "Container").hinted("Its name, as docker ps shows it.")));
    fields.add(typed.fill(Field.select("organisation", "Organisation", payers())));
    fields.add(
        typed.fill(Field.text("displayName", "Name").optional("the container’s when left empty")));
    fields.add(typed.fill(Field.code("slug", "Slug").optional("made from the name")));
    fields.add(
        typed.fill(
            Field.of(Field.Kind.EMAIL, "adminEmail", "An admin of that workspace")
                .hinted("Innkeeper uses the account as its own from then on.")));
    // It is typed again after a refusal: a password goes into no page.
    Field password = Field.of(Field.Kind.PASSWORD, PASSWORD, "That admin’s password");
    fields.add(typed.fill(password).holding(""));
    return fields;
  }

  private List<Field.Choice> payers() {
    return parts.organisations().all().stream()
        .filter(one -> one.state() == Organisation.State.ACTIVE)
        .map(one -> new Field.Choice(one.slug().value(), one.name(), ""))
        .toList();
  }
}
