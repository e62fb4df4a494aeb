package io.innkeeper.access;

import static io.innkeeper.caller.Role.CLIENT;

import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Principal;
import io.innkeeper.client.IssuedSessionView;
import io.innkeeper.client.MeChange;
import io.innkeeper.client.MeView;
import io.innkeeper.client.PasswordChange;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.secret.Secret;
import java.util.Locale;
import java.util.Optional;

/** Whoever calls, about themselves: {@code /api/v1/me}. */
public final class MeResource {
  private static final String ME = "/api/v1/me";

  private final Operators operators;
  private final OperatorPasswords passwords;

  public MeResource(Operators operators, OperatorPasswords passwords) {
    this.operators = operators;
    this.passwords = passwords;
  }

  public void hang(Routes routes) {
    routes.api("GET", ME, CLIENT, "Who calls.", MeView.class, call -> view(call.principal()));
    routes.api(
        "PATCH",
        ME,
        CLIENT,
        "Chooses one's own theme.",
        MeChange.class,
        MeView.class,
        this::change);
    routes.api(
        "POST",
        ME + "/password",
        CLIENT,
        "Changes one's own password; all sessions end and a new one begins.",
        PasswordChange.class,
        IssuedSessionView.class,
        this::changePassword);
  }

  private MeView change(Call call) {
    Principal me = person(call);
    MeChange wanted = call.body(MeChange.class);
    if (wanted.theme() != null)
      operators.chooseTheme(me.id(), Theme.parse(wanted.theme()), call.actor());
    return view(me);
  }

  private Reply changePassword(Call call) {
    Principal me = person(call);
    PasswordChange wanted = call.body(PasswordChange.class);
    Secret old = Secret.of(SessionResource.given(wanted.old(), "old"));
    Secret password = Secret.of(SessionResource.given(wanted.password(), "password"));
    Session.Kind kind = Presented.by(call).map(Presented::kind).orElse(Session.Kind.CLI);
    IssuedSession issued = passwords.change(me.id(), old, password, kind, SignIn.From.of(call));
    Reply reply = Reply.ok(SessionResource.view(issued));
    if (kind == Session.Kind.CLI) return reply;
    return reply.with("Set-Cookie", SessionCookie.holding(issued.token()));
  }

  private static Principal person(Call call) {
    if (call.principal().kind() == Actor.Kind.OPERATOR) return call.principal();
    throw Fault.of(
        Fault.Kind.FORBIDDEN, "person-needed", "Only a person does this, not an API token.");
  }

  private MeView view(Principal me) {
    Optional<Operator> operator =
        me.kind() == Actor.Kind.OPERATOR ? operators.find(me.id()) : Optional.empty();
    return new MeView(
        me.kind().name().toLowerCase(Locale.ROOT),
        me.id(),
        me.name(),
        operator.map(Operator::displayName).orElse(null),
        me.role().word(),
        me.organisation().orElse(null),
        me.mustChangePassword(),
        operator.map(found -> found.theme().word()).orElse(null));
  }
}
