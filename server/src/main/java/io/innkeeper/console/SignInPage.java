package io.innkeeper.console;

import static io.innkeeper.caller.Role.CLIENT;

import io.innkeeper.access.ReturnPath;
import io.innkeeper.access.Session;
import io.innkeeper.access.SessionCookie;
import io.innkeeper.access.SignIn;
import io.innkeeper.access.Theme;
import io.innkeeper.console.view.Shell;
import io.innkeeper.console.view.SignInView;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.secret.Secret;
import java.time.Duration;
import java.util.Optional;

/** Signing in and out, and how the account wants the console to look. */
final class SignInPage {
  private final ConsoleParts parts;
  private final Templates templates;

  SignInPage(ConsoleParts parts, Templates templates) {
    this.parts = parts;
    this.templates = templates;
  }

  void hang(Routes routes) {
    routes.openPage("GET", "/sign-in", this::ask);
    routes.openPage("POST", "/sign-in", this::signIn);
    routes.page("POST", "/sign-out", CLIENT, this::signOut);
    routes.page("POST", "/account/look", CLIENT, this::look);
    // A form asks here before it is sent: who was signed out signs in over the page first.
    routes.page("GET", "/account/here", CLIENT, call -> Reply.none());
  }

  private Reply ask(Call call) {
    ReturnPath next = next(call.query("next"));
    if (call.signedIn().isPresent()) return Reply.seeOther(next.value());
    boolean over = call.fragment();
    return show(200, call, "", next, Optional.empty(), over);
  }

  private Reply signIn(Call call) {
    String name = call.form("name").orElse("");
    ReturnPath next = next(call.form("next"));
    SignIn.Outcome outcome =
        parts
            .signIn()
            .attempt(
                name,
                Secret.of(call.form("password").orElse("")),
                Session.Kind.BROWSER,
                SignIn.From.of(call));
    return switch (outcome) {
      case SignIn.Accepted accepted -> {
        // Whoever sat here before is signed out: the cookie is replaced, so nobody could end that
        // session later.
        call.cookie(SessionCookie.NAME)
            .ifPresent(
                old ->
                    call.signedIn()
                        .ifPresent(
                            who -> parts.sessions().end(Session.Kind.BROWSER, old, call.actor())));
        Reply reply =
            call.fragment() ? goOn(accepted.session().csrf()) : Reply.seeOther(next.value());
        yield reply.with("Set-Cookie", SessionCookie.holding(accepted.session().token()));
      }
      case SignIn.Refused refused ->
          show(
              422,
              call,
              name,
              next,
              Optional.of(
                  new SignInView.Refusal(refused.fault().said(), seconds(refused.retryAfter()))),
              call.form("over").isPresent());
    };
  }

  /** The page goes on where it was, with the new session's token in its forms. */
  private static Reply goOn(String csrf) {
    return Reply.none().with("HX-Trigger", "{\"signed-in\":{\"csrf\":\"" + csrf + "\"}}");
  }

  private Reply signOut(Call call) {
    call.cookie(SessionCookie.NAME)
        .ifPresent(token -> parts.sessions().end(Session.Kind.BROWSER, token, call.actor()));
    return Reply.seeOther("/sign-in").with("Set-Cookie", SessionCookie.gone());
  }

  private Reply look(Call call) {
    call.form("theme")
        .ifPresent(
            word ->
                parts
                    .operators()
                    .chooseTheme(call.principal().id(), Theme.parse(word), call.actor()));
    call.form("keys")
        .ifPresent(
            word ->
                parts
                    .operators()
                    .chooseLetterKeys(call.principal().id(), word.equals("on"), call.actor()));
    String from = call.header("Referer").map(SignInPage::pathOf).orElse("/");
    return Reply.seeOther(next(Optional.of(from)).value());
  }

  private Reply show(
      int status,
      Call call,
      String name,
      ReturnPath next,
      Optional<SignInView.Refusal> refusal,
      boolean over) {
    SignInView view =
        new SignInView(
            parts.hostName(),
            "",
            name,
            next.equals(ReturnPath.HOME) ? "" : next.value(),
            refusal,
            parts.fingerprint(),
            over);
    Shell shell = Shell.signedOut(parts.hostName(), call.csrf());
    return Reply.html(status, templates.page(shell, view));
  }

  private static ReturnPath next(Optional<String> text) {
    return text.flatMap(ReturnPath::parse).orElse(ReturnPath.HOME);
  }

  private static int seconds(Duration wait) {
    return (int) Math.ceilDiv(wait.toMillis(), 1000L);
  }

  private static String pathOf(String address) {
    try {
      java.net.URI uri = java.net.URI.create(address);
      return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    } catch (IllegalArgumentException e) {
      return "/";
    }
  }
}
