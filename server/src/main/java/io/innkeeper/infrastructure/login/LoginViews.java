package io.innkeeper.infrastructure.login;

import io.innkeeper.client.LoginStandingView;
import io.innkeeper.client.LoginTryView;

/** Tries as the API shows them. */
final class LoginViews {
  private LoginViews() {}

  static LoginStandingView of(Standing standing) {
    return new LoginStandingView(
        standing.credential().id(),
        standing.on(),
        standing.way().map(Way::word).orElse(null),
        standing.at().orElse(null),
        standing
            .against()
            .map(
                no ->
                    new LoginStandingView.Against(
                        no.code(), no.said(), no.advice(), no.until().orElse(null)))
            .orElse(null),
        standing.last().map(LoginViews::of).orElse(null),
        standing.hostKey().map(HostKey::toString).orElse(null),
        standing.drift().map(said -> said.finding().word()).orElse(null),
        standing.drift().map(said -> said.at()).orElse(null),
        standing.meaning(),
        standing.tries().stream().map(LoginViews::of).toList());
  }

  static LoginTryView of(LoginTry one) {
    return new LoginTryView(
        one.id(),
        one.credential(),
        one.number().orElse(null),
        one.way().map(Way::word).orElse(null),
        one.host(),
        one.at(),
        one.by(),
        one.reason(),
        one.outcome().word(),
        one.said(),
        one.ended().orElse(null),
        one.shown().orElse(null));
  }
}
