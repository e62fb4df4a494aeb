package io.innkeeper.infrastructure.login;

import io.innkeeper.infrastructure.LoginOutcome;
import java.util.Optional;

/**
 * What came of a try.
 *
 * @param said one sentence more, or empty
 * @param shown the key that the host showed
 */
record Found(LoginOutcome outcome, String said, Optional<HostKey> shown) {
  static Found of(LoginOutcome outcome, String said) {
    return new Found(outcome, said, Optional.empty());
  }
}
