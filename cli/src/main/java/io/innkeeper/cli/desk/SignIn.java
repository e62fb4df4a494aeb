package io.innkeeper.cli.desk;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in where, as kept between commands.
 *
 * @param fingerprint of the certificate compared at sign-in; absent where authorities vouch
 * @param token opens the API; ends with the session
 * @param expiresAt the latest time at which it ends
 */
public record SignIn(
    URI server,
    @Nullable String fingerprint,
    String token,
    String name,
    @Nullable Instant expiresAt) {

  /** The same person's next session. */
  public SignIn next(String nextToken, Instant until) {
    return new SignIn(server, fingerprint, nextToken, name, until);
  }
}
