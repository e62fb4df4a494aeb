package io.innkeeper.engine.docker;

import java.time.Duration;

/** Waiting that tells whether it was let finish. */
final class Pause {
  private Pause() {}

  /** False when the thread was interrupted; its interrupt stays set. */
  static boolean of(Duration length) {
    try {
      Thread.sleep(length);
      return true;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
