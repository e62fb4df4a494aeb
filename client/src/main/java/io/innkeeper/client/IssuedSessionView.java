package io.innkeeper.client;

import java.time.Instant;

/**
 * A session just begun.
 *
 * @param token goes after {@code Authorization: Bearer}; it can't be shown again
 * @param endsAt when it ends
 * @param mustChangePassword nothing else is allowed until {@code POST /api/v1/me/password}
 */
public record IssuedSessionView(
    String token, Instant endsAt, String name, String role, boolean mustChangePassword) {
  @Override
  public String toString() {
    return "IssuedSessionView[token=[redacted], name=" + name + ", endsAt=" + endsAt + "]";
  }
}
