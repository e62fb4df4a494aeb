package io.innkeeper.http;

import java.util.Optional;

/** Proves who calls. The access room answers; the web door only asks. */
public interface Callers {
  /** By the value of the session cookie. */
  Optional<Caller> bySession(String token);

  /** By the value after {@code Authorization: Bearer}. */
  Optional<Caller> byBearer(String token);
}
