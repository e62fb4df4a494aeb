package io.innkeeper.ingress.certificate;

import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.util.Optional;

/** The authority that the settings name, if they do. */
public final class AcmeAuthorities {
  private AcmeAuthorities() {}

  public static Optional<AcmeAuthority> of(
      AcmeSettings settings, Database database, SecretBox box, Clock clock) {
    AcmeAccounts accounts = new AcmeAccounts(database, box, clock);
    AcmeLimits limits = new AcmeLimits(database, clock);
    return settings
        .authority()
        .map(directory -> new AcmeAuthority(directory, settings, accounts, limits));
  }

  /** What of them is sealed. */
  public static SealedPlace sealedPlace() {
    return AcmeAccounts.sealedPlace();
  }
}
