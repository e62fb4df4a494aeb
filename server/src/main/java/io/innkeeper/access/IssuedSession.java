package io.innkeeper.access;

import io.innkeeper.secret.Secret;

/** A session just begun and its token, which is not stored and can't be shown again. */
public record IssuedSession(Operator operator, Session session, Secret token) {
  /** What the session's forms must carry. */
  public String csrf() {
    return RandomToken.csrf(token.unwrap());
  }
}
