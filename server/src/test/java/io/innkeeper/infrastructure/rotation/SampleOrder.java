package io.innkeeper.infrastructure.rotation;

import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An order in a store that waits with its typed password. */
public final class SampleOrder {
  private SampleOrder() {}

  public static void add(Database database, SecretBox box, Environment of, Credential account) {
    Change one =
        new Change(
            new UUID(0, 1),
            of.id(),
            new UUID(0, 2).toString(),
            Verb.UPDATE,
            Optional.empty(),
            "",
            Instant.EPOCH,
            "anna",
            "sddc01.lab.example",
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Change.State.ORDERED,
            Optional.empty(),
            Optional.empty(),
            List.of(
                new Change.Part(account.id(), "esx", 1, Change.Outcome.WAITING, "", List.of())));
    database.change(
        handle -> new ChangeStore(box).insert(handle, one, Optional.of(Secret.of("Typed1!"))));
  }
}
