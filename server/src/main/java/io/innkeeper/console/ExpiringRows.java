package io.innkeeper.console;

import io.innkeeper.console.view.ExpiringView;
import io.innkeeper.console.view.Moment;
import io.innkeeper.infrastructure.Account;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.Lifetime;
import io.innkeeper.infrastructure.expiry.Expiring;
import io.innkeeper.infrastructure.expiry.Forecast;
import java.util.List;

/** Accounts with their ends as rows. */
record ExpiringRows(Expiring expiring, CredentialRows rows) {

  /**
   * @param environments whose names are told; none where all are of one
   */
  ExpiringView.Row row(Credential one, List<Environment> environments) {
    Account account = one.account();
    Forecast forecast = expiring.forecast(one);
    return new ExpiringView.Row(
        account.resourceName(),
        environments.stream()
            .filter(each -> each.id().equals(one.environment()))
            .map(Environment::name)
            .findFirst()
            .orElse(CredentialRows.resource(account.resourceType())),
        new Address(CredentialPage.PATH + "/" + one.environment(), java.util.Map.of())
            .with("host", account.resourceName())
            .toString(),
        account.username(),
        account.credentialType(),
        rows.expiry(one),
        rotation(one.lifetime(), forecast),
        forecast.beforeRotation(),
        one.verifiedAt().map(rows.moments()::ago).orElse(Moment.NONE));
  }

  private String rotation(Lifetime lifetime, Forecast forecast) {
    if (lifetime.nextRotationAt().isEmpty())
      return forecast.beforeRotation() ? "Not by itself" : "—";
    String date = rows.moments().date(lifetime.nextRotationAt().get()).words();
    return forecast.beforeRotation() ? date + ", after it expires" : date;
  }
}
