package io.innkeeper.infrastructure.reading;

import io.innkeeper.client.CredentialHistoryView;
import io.innkeeper.client.CredentialRightsView;
import io.innkeeper.client.PasswordChangeView;
import io.innkeeper.client.RevealedCredential;
import io.innkeeper.infrastructure.Account;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.CredentialValue;
import io.innkeeper.infrastructure.EnvironmentViews;
import java.util.List;

/** Credentials as the API shows them. */
final class ReadingViews {
  private ReadingViews() {}

  static RevealedCredential shown(Reading.Shown shown) {
    Account account = shown.credential().account();
    return new RevealedCredential(
        shown.credential().id(),
        account.resourceName(),
        account.username(),
        shown.value().number(),
        shown.secret().unwrap(),
        shown.yaml());
  }

  static CredentialHistoryView past(Reading.Past past) {
    List<CredentialHistoryView.Value> values =
        past.values().stream().map(value -> value(past.credential(), value)).toList();
    List<CredentialHistoryView.Read> reads =
        past.reads().stream()
            .map(
                read ->
                    new CredentialHistoryView.Read(
                        read.at(),
                        read.by(),
                        read.way().word(),
                        read.number().orElse(null),
                        read.reason()))
            .toList();
    return new CredentialHistoryView(EnvironmentViews.of(past.credential()), values, reads);
  }

  private static CredentialHistoryView.Value value(Credential of, CredentialValue value) {
    return new CredentialHistoryView.Value(
        value.number(),
        of.value().filter(value.id()::equals).isPresent(),
        value.changedAt().orElse(null),
        value.firstSeen(),
        value.lastSeen(),
        value.origin().word(),
        value.from());
  }

  static PasswordChangeView change(PastChange change) {
    PastChange.Whose whose = change.credential();
    return new PasswordChangeView(
        change.id(),
        whose.id(),
        whose.host(),
        whose.username(),
        whose.credentialType(),
        whose.resourceType(),
        whose.source().word(),
        change.number(),
        change.latest(),
        change.times().changed().orElse(null),
        change.times().first(),
        change.times().last(),
        change.origin().word(),
        change.from());
  }

  static CredentialRightsView grant(Rights.Grant grant) {
    return new CredentialRightsView(
        grant.holder().name(),
        grant.environment().orElse(null),
        grant.rights().stream().map(Right::word).toList(),
        grant.at(),
        grant.by());
  }
}
