package io.innkeeper.infrastructure.login;

import java.time.Duration;

/** How long each part of a try may take; all of it together at most fifteen seconds. */
record Patience(Duration reaching, Duration answering, Duration leaving) {
  static final Patience USUAL =
      new Patience(Duration.ofSeconds(6), Duration.ofSeconds(8), Duration.ofSeconds(1));
}
