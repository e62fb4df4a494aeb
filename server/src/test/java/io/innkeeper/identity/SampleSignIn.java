package io.innkeeper.identity;

import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A tenant's sign-in in a store, with the secret of its client. */
public final class SampleSignIn {
  private SampleSignIn() {}

  public static void add(Database database, SecretBox box, UUID tenant) {
    ProviderSetup one = new ProviderSetup(Provider.GITHUB, "client", "", "", "", "", false);
    SignInStore.Kept kept =
        new SignInStore.Kept(
            new SignInSetup(List.of(one), AccountRules.NONE),
            Map.of(Provider.GITHUB, Secret.of("of client")),
            1,
            Instant.EPOCH,
            "anna");
    database.change(handle -> new SignInStore(box).insert(handle, tenant, kept));
  }
}
