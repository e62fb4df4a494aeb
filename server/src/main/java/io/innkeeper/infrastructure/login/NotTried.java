package io.innkeeper.infrastructure.login;

import io.innkeeper.fault.Fault;
import java.time.Instant;
import java.util.Optional;

/**
 * Why a password is not tried.
 *
 * @param code stable
 * @param until when that may be otherwise, if that is only a matter of time
 */
public record NotTried(String code, String said, String advice, Optional<Instant> until) {
  static NotTried of(String code, String said, String advice) {
    return new NotTried(code, said, advice, Optional.empty());
  }

  Fault fault() {
    Fault fault = Fault.conflict(code, said);
    Fault advised = advice.isEmpty() ? fault : fault.advising(advice);
    return until.map(at -> advised.with("notBefore", at.toString())).orElse(advised);
  }
}
