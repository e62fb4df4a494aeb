package io.innkeeper.http;

import io.innkeeper.caller.Principal;
import java.util.Optional;

/** Proves who calls. The access room answers; the web door only asks. */
public interface Callers {
  /** By the value of the session cookie. */
  Optional<Caller> bySession(String token);

  /** By the value after {@code Authorization: Bearer}. */
  Optional<Caller> byBearer(String token);

  /**
   * Who it is by now that one of the two proved before, if still anybody. To be asked is no use of
   * a session: one whose page only stays open ends when it is idle.
   */
  default Optional<Principal> again(String token) {
    return byBearer(token).or(() -> bySession(token)).map(Caller::principal);
  }
}
