package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.client.Json;
import io.innkeeper.console.view.FileFormView;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.SyncRun;
import io.innkeeper.infrastructure.room.InfrastructureRoom;
import java.util.List;
import java.util.Map;

/** Initial passwords from the specification with which an environment was installed. */
final class SpecificationPage {
  private static final String PATH = CredentialPage.ONE + "/specification";

  private final InfrastructureRoom room;
  private final Pages pages;
  private final EnvironmentHeads heads;

  SpecificationPage(ConsoleParts parts, Pages pages, EnvironmentHeads heads) {
    this.room = parts.vault().infrastructure();
    this.pages = pages;
    this.heads = heads;
  }

  void hang(Routes routes) {
    routes.page(
        "GET",
        PATH,
        ADMIN,
        call -> pages.page(call, CredentialPage.PATH, form(heads.asked(call), "", "")));
    routes.page("POST", PATH, ADMIN, this::take);
  }

  private Reply take(Call call) {
    Environment one = heads.asked(call);
    String text = "";
    try {
      text = GivenFile.of(call).text();
      SyncRun run = room.specs().take(one.id(), tree(text), call.actor());
      return pages.done(
          call,
          EnvironmentHeads.address(one) + "/syncs",
          Toast.of("The specification is taken: " + run.counts().words()));
    } catch (Fault e) {
      if (e.kind() == Fault.Kind.BROKEN) throw e;
      return pages.formAgain(call, CredentialPage.PATH, form(one, Typed.words(e), text));
    }
  }

  private static JsonNode tree(String text) {
    try {
      return Json.LENIENT.readTree(text);
    } catch (JsonProcessingException e) {
      // The message of the parser could quote a password.
      throw Fault.invalid("specification-json", "The specification is no JSON.");
    }
  }

  private static FileFormView form(Environment one, String problem, String text) {
    String at = EnvironmentHeads.address(one);
    return new FileFormView(
        "Take a specification",
        "Cloud Builder 5 tells no passwords, but the JSON with which "
            + one.name()
            + " was installed has its first ones. They are marked as initial; nothing else changes.",
        List.of(
            new Tab("Credentials", "", CredentialPage.PATH, false),
            new Tab(one.name(), "", at, false)),
        "Specification",
        "The JSON of Cloud Builder 5 or VCF Installer 9; at most 1 MB.",
        List.of(List.of(Typed.now(Map.of("content", text)).fill(GivenFile.field()))),
        problem,
        "",
        List.of(),
        at + "/specification",
        "Take its passwords",
        "",
        at + "/settings",
        Sentence.of("innkeeper environment import FILE --specification-of " + one.id()));
  }
}
