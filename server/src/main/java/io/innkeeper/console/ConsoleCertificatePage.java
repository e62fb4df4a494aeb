package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;

import io.innkeeper.caller.Role;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.FrontDoorView;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.http.ServerCertificate;
import io.innkeeper.ingress.ConsoleCertificate;
import io.innkeeper.ingress.IngressRoom;
import io.innkeeper.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The console's own certificate, beside those of the hostnames. */
final class ConsoleCertificatePage {
  private static final String PATH = FrontDoorPage.PATH + "/console";

  private final IngressRoom ingress;
  private final Pages pages;

  ConsoleCertificatePage(IngressRoom ingress, Pages pages) {
    this.ingress = ingress;
    this.pages = pages;
  }

  void hang(Routes routes) {
    routes.page(
        "GET",
        PATH + "/upload",
        ADMIN,
        call -> pages.dialog(call, FrontDoorPage.PATH, uploading(Typed.now(Map.of()))));
    routes.page("POST", PATH + "/upload", ADMIN, this::upload);
    routes.page("POST", PATH + "/request", ADMIN, this::request);
    routes.page(
        "GET", PATH + "/reset", ADMIN, call -> pages.dialog(call, FrontDoorPage.PATH, resetting()));
    routes.page("POST", PATH + "/reset", ADMIN, this::reset);
  }

  /** How it is, for the page of the front door. */
  static Optional<FrontDoorView.Own> block(IngressRoom ingress, Role role, Moments moments) {
    return ingress
        .console()
        .map(
            one ->
                new FrontDoorView.Own(
                    facts(one, moments), role.atLeast(ADMIN) ? actions(one) : List.of()));
  }

  private static List<Fact> facts(ConsoleCertificate one, Moments moments) {
    ServerCertificate shown = one.shown();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        Fact.of(
            "Certificate",
            switch (one.source()) {
              case "acme" -> "from the authority, " + shown.issuer();
              case "uploaded" -> "your own, of " + shown.issuer();
              default -> "vouches for itself: browsers warn of it";
            }));
    facts.add(Fact.of("For", String.join(", ", shown.names().stream().sorted().toList())));
    facts.add(Fact.of("Until", moments.date(shown.validUntil()).words()));
    one.renewAt().ifPresent(at -> facts.add(Fact.of("Renewed", moments.date(at).words())));
    facts.add(Fact.of("SHA-256", Sentence.NONE.code(shown.fingerprint())));
    if (!one.problem().isEmpty()) facts.add(Fact.of("Problem", one.problem()));
    return facts;
  }

  private static List<Action> actions(ConsoleCertificate one) {
    List<Action> actions = new ArrayList<>();
    if (one.name().isPresent())
      actions.add(
          Action.post("Request for " + one.name().get(), PATH + "/request").with("shield-check"));
    actions.add(Action.ask("Upload…", PATH + "/upload").with("key-round"));
    if (!one.source().equals("self-signed"))
      actions.add(Action.ask("Self-signed again…", PATH + "/reset").with("trash-2").danger());
    return actions;
  }

  private Question uploading(Typed typed) {
    return new Question(
        "A certificate of your own for this console",
        Sentence.of("It is checked and shown at once; no restart. Connections that are open stay."),
        List.of(),
        List.of(),
        List.of(
            typed.fill(
                Field.of(Field.Kind.AREA, "certificate", "Certificate and chain, in PEM")
                    .hinted("Its own first, then each one’s issuer.")),
            typed.fill(
                Field.of(Field.Kind.AREA, "key", "Its key, in PEM")
                    .hinted("Without a password. It is never shown again."))),
        "",
        Action.post("Show it", PATH + "/upload").with("key-round").primary(),
        "Keep what there is",
        FrontDoorPage.PATH,
        Optional.empty(),
        Sentence.of("innkeeper certificate console-upload CHAIN --file KEY"));
  }

  private Reply upload(Call call) {
    Typed typed = Typed.of(call, List.of("certificate"));
    try {
      Secret key = Secret.of(call.form("key").orElse(""));
      own().upload(typed.value("certificate"), key, call.actor());
      return pages.done(
          call, FrontDoorPage.PATH, Toast.of("The console shows the new certificate."));
    } catch (Fault e) {
      if (e.kind() != Fault.Kind.INVALID) throw e;
      return pages.dialogAgain(call, FrontDoorPage.PATH, uploading(typed.refusedBy(e)));
    }
  }

  private Reply request(Call call) {
    own().request(call.actor());
    return pages.done(
        call,
        FrontDoorPage.PATH,
        Toast.of("A certificate is being requested; Jobs shows how it goes."));
  }

  private static Question resetting() {
    return new Question(
        "Let the console vouch for itself?",
        Sentence.of("Browsers warn of it, and the CLI asks to compare its fingerprint again."),
        List.of("The certificate that is shown now, and its key"),
        List.of("The console, and everybody’s session"),
        List.of(),
        "",
        Action.post("Make a self-signed one", PATH + "/reset")
            .with("trash-2")
            .weighing(Action.Weight.DESTROY),
        "Keep what there is",
        FrontDoorPage.PATH,
        Optional.empty(),
        Sentence.of("innkeeper certificate console-reset"));
  }

  private Reply reset(Call call) {
    own().reset(call.actor());
    return pages.done(call, FrontDoorPage.PATH, Toast.of("The console vouches for itself again."));
  }

  private ConsoleCertificate own() {
    return ingress
        .console()
        .orElseThrow(() -> Fault.notFound("no-console", "No console is served here."));
  }
}
