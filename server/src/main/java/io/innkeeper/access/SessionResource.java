package io.innkeeper.access;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.CLIENT;

import io.innkeeper.client.IssuedSessionView;
import io.innkeeper.client.Page;
import io.innkeeper.client.SessionView;
import io.innkeeper.client.SignInRequest;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import io.innkeeper.secret.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signing in and out for programs: {@code /api/v1/sessions}. */
public final class SessionResource {
  private static final String ALL = "/api/v1/sessions";

  private final SignIn signIn;
  private final Sessions sessions;

  public SessionResource(SignIn signIn, Sessions sessions) {
    this.signIn = signIn;
    this.sessions = sessions;
  }

  public void hang(Routes routes) {
    routes.openApi(
        "POST",
        ALL,
        "Signs in by name and password; the answer holds a bearer token.",
        SignInRequest.class,
        IssuedSessionView.class,
        this::signIn);
    routes.api(
        "GET",
        ALL,
        CLIENT,
        "Lists one's own sessions; an admin sees everybody's with ?all=true.",
        TypeOf.page(SessionView.class),
        this::list);
    routes.api("DELETE", ALL + "/current", CLIENT, "Signs out.", Void.class, this::signOut);
    routes.api(
        "DELETE",
        ALL + "/{session}",
        CLIENT,
        "Ends one of one's own sessions; an admin ends anybody's.",
        Void.class,
        this::revoke);
  }

  static IssuedSessionView view(IssuedSession issued) {
    Operator operator = issued.operator();
    return new IssuedSessionView(
        issued.token().unwrap(),
        issued.session().endsAt(),
        operator.name().value(),
        operator.role().word(),
        operator.mustChangePassword());
  }

  private Reply signIn(Call call) {
    SignInRequest given = call.body(SignInRequest.class);
    String name = given(given.name(), "name");
    Secret password = Secret.of(given(given.password(), "password"));
    return switch (signIn.attempt(name, password, Session.Kind.CLI, SignIn.From.of(call))) {
      case SignIn.Accepted(IssuedSession session) ->
          Reply.created(ALL + "/" + session.session().id(), view(session));
      case SignIn.Refused refused -> throw refused.fault();
    };
  }

  private Page<SessionView> list(Call call) {
    boolean all = call.query("all").filter("true"::equals).isPresent();
    if (all && !call.principal().role().atLeast(ADMIN)) {
      throw Fault.of(Fault.Kind.FORBIDDEN, "role", "Only an admin sees everybody's sessions.");
    }
    List<Session> found = all ? sessions.all() : sessions.of(call.principal().id());
    Optional<UUID> current = current(call).map(Session::id);
    List<SessionView> items =
        found.stream()
            .map(session -> view(session, current.filter(session.id()::equals).isPresent()))
            .toList();
    return new Page<>(items, null, items.size());
  }

  private Reply signOut(Call call) {
    Presented presented = Presented.by(call).orElseThrow(SessionResource::noSession);
    sessions.end(presented.kind(), presented.token(), call.actor());
    return Reply.none().with("Set-Cookie", SessionCookie.gone());
  }

  private Reply revoke(Call call) {
    if (call.principal().role().atLeast(ADMIN)) sessions.revoke(call.id("session"), call.actor());
    else sessions.revokeOwn(call.id("session"), call.actor());
    return Reply.none();
  }

  private Optional<Session> current(Call call) {
    return Presented.by(call)
        .flatMap(presented -> sessions.find(presented.kind(), presented.token()))
        .map(Sessions.Found::session);
  }

  private static SessionView view(Session session, boolean current) {
    return new SessionView(
        session.id(),
        session.name().value(),
        session.kind().name().toLowerCase(Locale.ROOT),
        session.address(),
        session.agent(),
        session.createdAt(),
        session.lastSeen(),
        session.endsAt(),
        current);
  }

  static String given(@Nullable String text, String field) {
    if (text != null && !text.isBlank()) return text;
    throw Fault.invalidField(field, field + "-missing", "“" + field + "” is missing.");
  }

  private static Fault noSession() {
    return Fault.conflict("no-session", "This call came by an API token, which has no session.")
        .advising("Revoke the token to make it worthless.");
  }
}
