package io.innkeeper.infrastructure.login;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.client.LoginRequest;
import io.innkeeper.client.LoginStandingView;
import io.innkeeper.client.LoginTryView;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import java.util.Objects;

/** {@code /api/v1/credentials/{credential}/login} and the key of its host. */
final class LoginResource {
  private static final String ONE = "/api/v1/credentials/{credential}";

  private final Logins logins;

  LoginResource(Logins logins) {
    this.logins = logins;
  }

  void hang(Routes routes) {
    routes.api(
        "GET",
        ONE + "/login",
        VIEWER,
        "Whether its password may be tried now, and how it went before; no password itself.",
        LoginStandingView.class,
        call -> LoginViews.of(logins.standing(call.id("credential"))));
    routes.api(
        "POST",
        ONE + "/login",
        OPERATOR,
        "Tries once whether its latest password signs in. Needs the right try; at most once an hour"
            + " for an account, never again with a password that was not taken, and the audit line"
            + " is written first.",
        LoginRequest.class,
        LoginTryView.class,
        this::attempt);
    routes.api(
        "DELETE",
        ONE + "/host-key",
        ADMIN,
        "Forgets by which key its host is known again; the next one that it shows is believed.",
        LoginStandingView.class,
        this::forget);
  }

  private Reply attempt(Call call) throws InterruptedException {
    String reason = Objects.requireNonNullElse(call.body(LoginRequest.class).reason(), "");
    return Reply.ok(
        LoginViews.of(
            logins.attempt(call.id("credential"), reason, call.principal(), call.actor())));
  }

  private Reply forget(Call call) {
    logins.forgetHostKey(call.id("credential"), call.actor());
    return Reply.ok(LoginViews.of(logins.standing(call.id("credential"))));
  }
}
