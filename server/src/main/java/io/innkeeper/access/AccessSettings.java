package io.innkeeper.access;

import io.innkeeper.fault.Fault;
import io.innkeeper.settings.Setting;
import java.time.Duration;

/** How long people and programs stay signed in. */
public record AccessSettings(
    @Setting(says = "A session ends after this long without a request.", byDefault = "2h")
        Duration sessionIdle,
    @Setting(says = "A session ends after this long whatever happens.", byDefault = "1d")
        Duration sessionLifetime,
    @Setting(says = "The command line stays signed in for this long.", byDefault = "30d")
        Duration cliLifetime,
    @Setting(says = "How long an API token lives when nobody says.", byDefault = "90d")
        Duration tokenLifetime) {

  public AccessSettings {
    if (sessionIdle.isZero() || sessionLifetime.compareTo(sessionIdle) < 0)
      throw Fault.invalid(
          "session-lengths",
          "innkeeper.access.session-idle must be more than nothing and at most"
              + " innkeeper.access.session-lifetime.");
    if (cliLifetime.isZero() || tokenLifetime.isZero())
      throw Fault.invalid(
          "session-lengths",
          "innkeeper.access.cli-lifetime and innkeeper.access.token-lifetime must be more than"
              + " nothing.");
  }
}
