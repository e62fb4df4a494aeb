package io.innkeeper.console;

import static io.innkeeper.caller.Role.CLIENT;

import io.innkeeper.access.IssuedSession;
import io.innkeeper.access.Session;
import io.innkeeper.access.SessionCookie;
import io.innkeeper.access.SignIn;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.PasswordView;
import io.innkeeper.console.view.Shell;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.secret.Secret;
import java.util.List;
import java.util.Optional;

/** Changing one's own password; the first one opens nothing but this page. */
final class PasswordPage {
  private final ConsoleParts parts;
  private final Templates templates;
  private final Shells shells;

  PasswordPage(ConsoleParts parts, Templates templates, Shells shells) {
    this.parts = parts;
    this.templates = templates;
    this.shells = shells;
  }

  void hang(Routes routes) {
    routes.page("GET", "/password", CLIENT, call -> show(200, call, Optional.empty()));
    routes.page("POST", "/password", CLIENT, this::change);
  }

  private Reply change(Call call) {
    Secret wanted = Secret.of(call.form("password").orElse(""));
    Secret again = Secret.of(call.form("again").orElse(""));
    try {
      if (!wanted.equals(again)) {
        throw Fault.invalidField("again", "password-again", "The two new passwords differ.");
      }
      IssuedSession session =
          parts
              .passwords()
              .change(
                  call.principal().id(),
                  Secret.of(call.form("old").orElse("")),
                  wanted,
                  Session.Kind.BROWSER,
                  SignIn.From.of(call));
      return Reply.seeOther("/").with("Set-Cookie", SessionCookie.holding(session.token()));
    } catch (Fault e) {
      return show(422, call, Optional.of(e));
    }
  }

  private Reply show(int status, Call call, Optional<Fault> refused) {
    boolean forced = call.principal().mustChangePassword();
    List<Field> fields =
        List.of(
            field(
                "old",
                forced ? "The password you were given" : "Password now",
                "current-password",
                refused),
            field("password", "New password", "new-password", refused)
                .hinted("At least 10 characters; a few words in a row are good."),
            field("again", "New password again", "new-password", refused));
    Shell shell = forced ? Shell.signedOut(parts.hostName(), call.csrf()) : shells.of(call, "");
    return Reply.html(
        status, templates.page(shell, new PasswordView(forced, call.principal().name(), fields)));
  }

  private static Field field(String name, String label, String completes, Optional<Fault> refused) {
    Field field = Field.of(Field.Kind.PASSWORD, name, label).completing(completes);
    return refused
        .flatMap(fault -> sentence(fault, name))
        .map(said -> field.saying(Field.Check.bad(said)))
        .orElse(field);
  }

  private static Optional<String> sentence(Fault fault, String name) {
    String where = fault.fields().isEmpty() ? "old" : fault.fields().getFirst().name();
    return where.equals(name) ? Optional.of(fault.said()) : Optional.empty();
  }
}
