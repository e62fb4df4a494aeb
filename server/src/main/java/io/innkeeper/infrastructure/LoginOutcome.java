package io.innkeeper.infrastructure;

import java.util.Arrays;
import java.util.Locale;

/** How it went when somebody tried to sign in with a kept password. */
public enum LoginOutcome {
  SIGNS_IN("signs in"),
  /** The password was sent and not taken. */
  REFUSED("refused"),
  /** Nothing was sent. */
  NOT_REACHABLE("not reachable"),
  /** The host shows another key than the first time, so nothing was sent. */
  HOST_KEY_CHANGED("host key changed"),
  /** The password was sent, and no answer to it is known. */
  UNKNOWN("outcome unknown"),
  /** It would have been a risk, or there is no way to. */
  NOT_TRIED("not tried");

  private final String said;

  LoginOutcome(String said) {
    this.said = said;
  }

  /** As people read it. */
  public String said() {
    return said;
  }

  /** As written in the API and the store. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static LoginOutcome of(String word) {
    return Arrays.stream(values())
        .filter(one -> one.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no outcome of a try is called " + word));
  }
}
