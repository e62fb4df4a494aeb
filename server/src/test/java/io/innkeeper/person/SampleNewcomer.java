package io.innkeeper.person;

import io.innkeeper.openwebui.AppUser.Role;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Somebody whose account a job makes, in one workspace and in several, in a store. */
public final class SampleNewcomer {
  private SampleNewcomer() {}

  public static void add(Database database, SecretBox box, UUID tenant) {
    PersonInput person = new PersonInput("anna@client.example", "Anna", Role.USER);
    NewcomerStore.Newcomer one =
        new NewcomerStore.Newcomer(new UUID(0, 1), tenant, person, Secret.of("first"), false);
    WideAct wide =
        new WideAct(
            new UUID(0, 3),
            WideVerb.ADD,
            "",
            "",
            Instant.EPOCH,
            "anna",
            Optional.empty(),
            List.of(
                new WideAct.Row(
                    new UUID(0, 4),
                    tenant,
                    person,
                    WideAct.State.WAITING,
                    "",
                    Optional.of(Secret.of("second")))));
    database.change(
        handle -> {
          new NewcomerStore(box).insert(handle, one, new UUID(0, 2), 0, Instant.EPOCH);
          new WideStore(box).insert(handle, wide);
        });
  }
}
