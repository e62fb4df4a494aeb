package io.innkeeper.access;

import io.innkeeper.http.Door;
import io.innkeeper.secret.Secret;

/**
 * The cookie of a browser's session. Its name's prefix makes browsers refuse it without Secure,
 * with a Domain, or for another path; scripts can't read it, and other sites' forms don't carry it.
 */
public final class SessionCookie {
  public static final String NAME = Door.COOKIE;

  private static final String RULES = "; Path=/; Secure; HttpOnly; SameSite=Lax";

  private SessionCookie() {}

  /** The value of {@code Set-Cookie} that begins a session; it ends with the browser. */
  public static String holding(Secret token) {
    return NAME + "=" + token.unwrap() + RULES;
  }

  /** The value of {@code Set-Cookie} that removes it. */
  public static String gone() {
    return NAME + "=; Max-Age=0" + RULES;
  }
}
