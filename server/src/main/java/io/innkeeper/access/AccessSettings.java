package io.innkeeper.access;

import io.innkeeper.fault.Fault;
import io.innkeeper.settings.Setting;
import java.time.Duration;

/** How long people and programs stay signed in. */
public record AccessSettings(
    @Setting(says = "A session ends after this long without a request.", byDefault = "8h")
        Duration sessionIdle,
    @Setting(says = "A session ends after this long whatever happens.", byDefault = "7d")
        Duration sessionLifetime,
    @Setting(says = "How long an API token lives when nobody says.", byDefault = "90d")
        Duration tokenLifetime,
    @Setting(
            says = "Failed sign-ins of one account or address before each next one must wait.",
            byDefault = "5",
            min = 1,
            max = 100)
        int freeAttempts) {

  public AccessSettings {
    if (sessionIdle.isZero() || sessionLifetime.compareTo(sessionIdle) < 0)
      throw Fault.invalid(
          "session-lengths",
          "innkeeper.access.session-idle must be more than nothing and at most"
              + " innkeeper.access.session-lifetime.");
  }
}
