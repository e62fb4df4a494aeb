package io.innkeeper.access;

import io.innkeeper.caller.Principal;
import io.innkeeper.http.Caller;
import io.innkeeper.http.Callers;
import java.util.Optional;

/** Proves who calls: a browser by its session's cookie, a program by its token. Thread-safe. */
public final class Access implements Callers {
  private final Sessions sessions;
  private final ApiTokens tokens;

  public Access(Sessions sessions, ApiTokens tokens) {
    this.sessions = sessions;
    this.tokens = tokens;
  }

  @Override
  public Optional<Caller> bySession(String token) {
    return sessions
        .find(Session.Kind.BROWSER, token)
        .map(found -> new Caller(found.operator().principal(), RandomToken.csrf(token)));
  }

  @Override
  public Optional<Caller> byBearer(String token) {
    if (token.startsWith(RandomToken.CLI)) {
      return sessions
          .find(Session.Kind.CLI, token)
          .map(found -> new Caller(found.operator().principal(), ""));
    }
    return tokens.find(token).map(found -> new Caller(found.principal(), ""));
  }

  @Override
  public Optional<Principal> again(String token) {
    Session.Kind kind = token.startsWith(RandomToken.CLI) ? Session.Kind.CLI : Session.Kind.BROWSER;
    return sessions
        .look(kind, token)
        .map(found -> found.operator().principal())
        .or(() -> tokens.look(token).map(ApiToken::principal));
  }
}
