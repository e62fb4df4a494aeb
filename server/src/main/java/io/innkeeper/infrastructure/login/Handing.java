package io.innkeeper.infrastructure.login;

import java.security.PublicKey;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;

/** Hands the password out, once, to a host whose key is believed. Thread-safe. */
final class Handing {
  private final Visit visit;
  private Optional<HostKey> shown = Optional.empty();
  private Optional<RuntimeException> stopped = Optional.empty();
  private boolean changed;
  private boolean taken;
  private boolean sent;
  private boolean refused;
  private boolean more;
  private boolean change;
  private boolean further;

  Handing(Visit visit) {
    this.visit = visit;
  }

  /** Whether the host is the one that is known, or seen for the first time. */
  synchronized boolean believes(PublicKey key) {
    HostKey now = new HostKey(KeyUtils.getKeyType(key), KeyUtils.getFingerPrint(key));
    shown = Optional.of(now);
    changed = visit.known().filter(known -> !known.equals(now)).isPresent();
    return !changed;
  }

  /** The password; empty from the second time on. */
  synchronized Optional<String> take() {
    if (taken || changed || shown.isEmpty()) return Optional.empty();
    taken = true;
    try {
      visit.sending().now(shown);
    } catch (RuntimeException e) {
      stopped = Optional.of(e);
      throw e;
    }
    sent = true;
    return Optional.of(visit.password().unwrap());
  }

  synchronized boolean free() {
    return !taken;
  }

  /**
   * The host answered.
   *
   * @param partly it took it and wants something more
   */
  synchronized void answered(boolean partly) {
    if (!sent) return;
    if (partly) more = true;
    else refused = true;
  }

  synchronized void askedToChange() {
    change = true;
  }

  /** After the password something else is asked, or the same again. */
  synchronized void askedFurther() {
    further = true;
  }

  synchronized Optional<HostKey> shown() {
    return shown;
  }

  synchronized boolean changed() {
    return changed;
  }

  synchronized boolean sent() {
    return sent;
  }

  synchronized boolean refused() {
    return refused;
  }

  synchronized boolean wantsMore() {
    return more;
  }

  synchronized boolean mustChange() {
    return change;
  }

  synchronized boolean furtherAsked() {
    return further;
  }

  synchronized void throwWhatStoppedIt() {
    if (stopped.isPresent()) throw stopped.get();
  }
}
