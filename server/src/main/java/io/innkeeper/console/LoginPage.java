package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Credentials;
import io.innkeeper.infrastructure.login.LoginTry;
import io.innkeeper.infrastructure.login.Logins;
import io.innkeeper.infrastructure.login.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a password signs in, asked for and tried once; and its host's key forgotten. */
final class LoginPage {
  private static final String ONE = CredentialPage.ONE + "/{credential}";

  private final Credentials credentials;
  private final Logins logins;
  private final Pages pages;

  LoginPage(ConsoleParts parts, Pages pages) {
    this.credentials = parts.vault().reading().credentials();
    this.logins = parts.vault().logins();
    this.pages = pages;
  }

  void hang(Routes routes) {
    routes.page("GET", ONE + "/login", OPERATOR, this::ask);
    routes.page("POST", ONE + "/login", OPERATOR, this::attempt);
    routes.page("GET", ONE + "/host-key", ADMIN, this::askToForget);
    routes.page("POST", ONE + "/host-key", ADMIN, this::forget);
  }

  /** What somebody may ask for; what speaks against it is said at the button. */
  static List<Action> verbs(Logins logins, Call call, Standing standing) {
    List<Action> all = new ArrayList<>();
    Credential one = standing.credential();
    boolean operates = call.principal().role().atLeast(OPERATOR);
    if (!standing.on() || !operates || !logins.may(call.principal(), one.environment())) return all;
    if (standing.way().isEmpty()) return all;
    Action go = Action.ask("Try to sign in…", address(one) + "/login").with("door-open");
    all.add(standing.against().map(no -> go.blockedBy(no.said())).orElse(go));
    if (standing.hostKey().isPresent() && call.principal().role().atLeast(ADMIN))
      all.add(Action.ask("Forget its host’s key…", address(one) + "/host-key").with("x"));
    return all;
  }

  private static String address(Credential one) {
    return CredentialRows.address(one);
  }

  private Reply ask(Call call) {
    Credential one = named(call);
    logins.demandOn();
    return pages.dialog(call, CredentialPage.PATH, asking(call, one, Optional.empty()));
  }

  private Question asking(Call call, Credential one, Optional<String> refusal) {
    Standing standing = logins.standing(one.id());
    Field reason =
        Field.text("reason", "Why do you need it?")
            .hinted("At least a few words. Everyone who may read the audit sees them.")
            .holding(call.form("reason").orElse(""));
    String there =
        standing.way().map(way -> way.said() + " ").orElse("")
            + standing.at().map(at -> "at " + at).orElse("");
    return new Question(
        "Try whether " + CredentialRows.whose(one.account()) + " signs in?",
        Sentence.of(
            "The kept password is sent once, %s. Then the account rests for an hour, and a password"
                    .formatted(there)
                + " that was not taken is never sent again."),
        List.of(),
        List.of(),
        List.of(logins.demandsReason() ? reason : reason.optional("optional")),
        "",
        Action.post("Try it once", address(one) + "/login").with("door-open").primary(),
        "Not now",
        CredentialPage.PATH + "/" + one.environment(),
        refusal,
        Sentence.of("innkeeper credential try ").value(one.id().toString()));
  }

  private Reply attempt(Call call) throws InterruptedException {
    Credential one = named(call);
    try {
      LoginTry tried =
          logins.attempt(one.id(), call.form("reason").orElse(""), call.principal(), call.actor());
      return pages.done(
          call,
          address(one) + "/history",
          Toast.of(CredentialRows.whose(one.account()) + ": " + tried.outcome().said() + "."));
    } catch (Fault e) {
      if (e.kind() == Fault.Kind.BROKEN || e.code().equals("credential-right")) throw e;
      return pages.dialogAgain(
          call, CredentialPage.PATH, asking(call, one, Optional.of(Typed.words(e))));
    }
  }

  private Reply askToForget(Call call) {
    Credential one = named(call);
    Standing standing = logins.standing(one.id());
    return pages.dialog(
        call,
        CredentialPage.PATH,
        new Question(
            "Forget the key of " + one.account().resourceName() + "?",
            Sentence.of(
                "Only after a host was set up anew: the next key that it shows is believed, and"
                    + " whoever shows it gets the password that is tried then."),
            standing.hostKey().map(key -> List.of(key.toString())).orElse(List.of()),
            List.of("Every try that was made"),
            List.of(),
            "",
            Action.post("Forget it", address(one) + "/host-key")
                .with("x")
                .weighing(Action.Weight.DESTROY),
            "Keep it",
            CredentialPage.PATH + "/" + one.environment(),
            Optional.empty(),
            Sentence.of("innkeeper credential forget-host-key ").value(one.id().toString())));
  }

  private Reply forget(Call call) {
    Credential one = named(call);
    logins.forgetHostKey(one.id(), call.actor());
    return pages.done(
        call,
        address(one) + "/history",
        Toast.of("The key of " + one.account().resourceName() + " is forgotten."));
  }

  private Credential named(Call call) {
    Credential one = credentials.get(call.id("credential"));
    if (one.environment().equals(call.id("environment"))) return one;
    throw Fault.notFound("no-such-credential", "There is no such credential here.");
  }
}
