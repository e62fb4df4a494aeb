package io.innkeeper.person;

import io.innkeeper.openwebui.AppUser.Role;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import java.time.Instant;
import java.util.UUID;

/** Somebody whose account a job makes, in a store. */
public final class SampleNewcomer {
  private SampleNewcomer() {}

  public static void add(Database database, SecretBox box, UUID tenant) {
    PersonInput person = new PersonInput("anna@client.example", "Anna", Role.USER);
    NewcomerStore.Newcomer one =
        new NewcomerStore.Newcomer(new UUID(0, 1), tenant, person, Secret.of("first"), false);
    database.change(
        handle -> new NewcomerStore(box).insert(handle, one, new UUID(0, 2), 0, Instant.EPOCH));
  }
}
