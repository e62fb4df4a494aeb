package io.innkeeper.access;

import io.innkeeper.http.Call;
import java.util.Optional;

/**
 * The session's token as it came with a request: by header from the command line, else by cookie.
 */
record Presented(Session.Kind kind, String token) {
  private static final String BEARER = "Bearer ";

  /** Empty for callers with an API token, or none at all. */
  static Optional<Presented> by(Call call) {
    Optional<String> header = call.header("Authorization");
    if (header.isPresent()) {
      return header
          .filter(text -> text.regionMatches(true, 0, BEARER, 0, BEARER.length()))
          .map(text -> text.substring(BEARER.length()).strip())
          .filter(token -> token.startsWith(RandomToken.CLI))
          .map(token -> new Presented(Session.Kind.CLI, token));
    }
    return call.cookie(SessionCookie.NAME).map(token -> new Presented(Session.Kind.BROWSER, token));
  }
}
