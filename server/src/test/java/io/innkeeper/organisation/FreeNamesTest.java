package io.innkeeper.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import io.innkeeper.store.StoreTest;
import io.innkeeper.testing.TestingClock;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

class FreeNamesTest {
  private static final Actor ANNA =
      new Actor(Actor.Kind.OPERATOR, Optional.of(new UUID(7, 7)), "anna", "192.0.2.7", "req-1");

  @TempDir Path home;

  @StoreTest
  void anExternalIdThatIsTakenMakesAnotherAndNotOneOrganisation(Database database) {
    TestingClock clock = new TestingClock();
    AuditTrail audit = new AuditTrail(database, SecretBox.open(home.resolve("master.key")), clock);
    Organisations organisations =
        new Organisations(
            database, SecretBox.open(home.resolve("master.key")), audit, new Ids(clock), clock);
    String collides = EnvironmentOrganisation.externalIdOf("Brzoza");
    Organisation first = organisations.adopt("klon", "Klon", collides, ANNA);

    Organisation second =
        organisations.create(OrganisationSpec.named("Brzoza"), Optional.empty(), ANNA);

    assertThat(organisations.all())
        .extracting(Organisation::id)
        .containsExactlyInAnyOrder(first.id(), second.id());
    assertThat(first.externalId()).isEqualTo(collides);
    assertThat(second.externalId())
        .isEqualTo(EnvironmentOrganisation.externalIdOf("Brzoza#2"))
        .isNotEqualTo(collides);
  }
}
