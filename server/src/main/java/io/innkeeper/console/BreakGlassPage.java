package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.caller.Role;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.reading.BreakGlass;
import io.innkeeper.infrastructure.reading.GlassResource;
import io.innkeeper.infrastructure.reading.Recipient;
import io.innkeeper.job.Job;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sealed copy for the day nothing else is left. */
final class BreakGlassPage {
  static final String PATH = "/break-glass";

  private final VaultParts vault;
  private final BreakGlass glass;
  private final Pages pages;
  private final BreakGlassStand stand;

  BreakGlassPage(ConsoleParts parts, Pages pages, Moments moments) {
    this.vault = parts.vault();
    this.glass = vault.reading().glass();
    this.pages = pages;
    this.stand = new BreakGlassStand(glass, moments);
  }

  void hang(Routes routes) {
    routes.page("GET", PATH, VIEWER, this::show);
    routes.page("POST", PATH, ADMIN, this::make);
    routes.page("POST", PATH + "/drill", ADMIN, this::drill);
    routes.page("POST", PATH + "/file", ADMIN, call -> GlassResource.file(glass, call));
    routes.page("GET", PATH + "/recipients/new", ADMIN, call -> asking(call, nothing(), 200));
    routes.page("POST", PATH + "/recipients", ADMIN, this::add);
    routes.page("GET", PATH + "/recipients/{recipient}/remove", ADMIN, this::askToRemove);
    routes.page("POST", PATH + "/recipients/{recipient}/remove", ADMIN, this::remove);
    routes.page("GET", PATH + "/opened", VIEWER, call -> proving(call, nothing(), 200));
    routes.page("POST", PATH + "/opened", VIEWER, this::opened);
    routes.page("POST", PATH + "/master-key", ADMIN, this::rotate);
  }

  private Reply show(Call call) {
    boolean admin = call.principal().role() == Role.ADMIN;
    return pages.page(call, PATH, stand.view(admin, vault.sealing().keys()));
  }

  private Reply make(Call call) {
    glass.make(call.actor());
    return pages.done(call, PATH, Toast.of("The copy is made anew."));
  }

  private Reply drill(Call call) {
    try {
      return pages.done(call, PATH, Toast.of(glass.drill()));
    } catch (Fault e) {
      // What it found stands on the page.
      if (!e.code().equals("break-glass-drill")) throw e;
      return pages.done(call, PATH);
    }
  }

  private static Typed nothing() {
    return Typed.now(Map.of("name", "", "recipient", "", "proof", ""));
  }

  private Reply asking(Call call, Typed typed, int status) {
    Question question =
        new Question(
            "Seal the copy for whom?",
            Sentence.of("Whoever holds the other half of this key opens every password. Make one")
                .plain(" with ")
                .code("innkeeper break-glass key FILE")
                .plain(", away from this machine."),
            List.of(),
            List.of(),
            List.of(
                typed.fill(Field.text("name", "Whose key").hinted("The safe in Warsaw, say.")),
                typed.fill(Field.code("recipient", "Its open half").hinted("age1…"))),
            "",
            Action.post("Seal for them too", PATH + "/recipients").with("lock").primary(),
            "Cancel",
            PATH,
            Optional.empty(),
            Sentence.of("innkeeper break-glass add NAME age1…"));
    return status == 200
        ? pages.dialog(call, PATH, question)
        : pages.dialogAgain(call, PATH, question);
  }

  private Reply add(Call call) {
    Typed typed = Typed.of(call, List.of("name", "recipient"));
    try {
      Recipient one = glass.add(typed.value("name"), typed.value("recipient"), call.actor());
      return pages.done(call, PATH, Toast.of("The copy is sealed for " + one.name() + " too."));
    } catch (Fault e) {
      return asking(call, typed.refusedBy(e, "recipient"), 422);
    }
  }

  private Reply askToRemove(Call call) {
    Recipient one = named(call);
    return pages.dialog(
        call,
        PATH,
        new Question(
            "Seal the copy no longer for " + one.name() + "?",
            Sentence.of("Copies made from now on don’t open with that key."),
            List.of("the key of " + one.name()),
            List.of("Copies that were taken along before: they still open with it"),
            List.of(),
            "",
            Action.post("Take the key away", PATH + "/recipients/" + one.id() + "/remove")
                .with("trash-2")
                .weighing(Action.Weight.DESTROY),
            "Keep it",
            PATH,
            Optional.empty(),
            Sentence.of("innkeeper break-glass remove " + one.id())));
  }

  private Reply remove(Call call) {
    Recipient one = named(call);
    glass.remove(one.id(), call.actor());
    return pages.done(call, PATH, Toast.of("The copy is not sealed for " + one.name() + " now."));
  }

  private Reply proving(Call call, Typed typed, int status) {
    Question question =
        new Question(
            "Have you opened it?",
            Sentence.of("A copy that nobody has opened may be one that nobody can. Run ")
                .code("innkeeper break-glass verify")
                .plain(" with your key and type the proof that it tells."),
            List.of(),
            List.of(),
            List.of(typed.fill(Field.code("proof", "Proof").hinted("Two words of four letters."))),
            "",
            Action.post("I have opened it", PATH + "/opened").with("check").primary(),
            "Not now",
            PATH,
            Optional.empty(),
            Sentence.of("innkeeper break-glass opened PROOF"));
    return status == 200
        ? pages.dialog(call, PATH, question)
        : pages.dialogAgain(call, PATH, question);
  }

  private Reply opened(Call call) {
    Typed typed = Typed.of(call, List.of("proof"));
    try {
      glass.opened(typed.value("proof"), call.actor());
      return pages.done(call, PATH, Toast.of("Noted: you can open it."));
    } catch (Fault e) {
      return proving(call, typed.refusedBy(e, "proof"), 422);
    }
  }

  private Reply rotate(Call call) {
    Job job = vault.sealing().rotation().order(call.actor());
    return pages.done(call, "/jobs/" + job.id());
  }

  private Recipient named(Call call) {
    return glass.recipients().stream()
        .filter(one -> one.id().equals(call.id("recipient")))
        .findFirst()
        .orElseThrow(() -> Fault.notFound("no-such-recipient", "There is no such recipient."));
  }
}
