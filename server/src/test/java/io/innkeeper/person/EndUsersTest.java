package io.innkeeper.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.openwebui.AppUser.Role;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class EndUsersTest {
  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
  private static final UUID BRZOZA = new UUID(0, 1);
  private static final UUID WRZOS = new UUID(0, 2);

  private final PersonStore store = new PersonStore();

  @StoreTest
  void whoUsedAWorkspaceInThirtyDaysCounts(Database database) {
    read(
        database, BRZOZA, person(BRZOZA, "anna@c.example", 1), person(BRZOZA, "new@c.example", -1));
    read(database, WRZOS, person(WRZOS, "Anna@c.example", 2), person(WRZOS, "old@c.example", 31));

    EndUsers.Active active = new EndUsers(database).active(NOW);

    assertThat(active.people()).isEqualTo(1);
    assertThat(active.accounts()).isEqualTo(2);
    assertThat(active.byTenant()).containsOnlyKeys(BRZOZA, WRZOS);
    assertThat(active.oldest()).contains(NOW);
  }

  @StoreTest
  void whoHasLeftCountsUntilTheWindowHasPassed(Database database) {
    read(database, BRZOZA, person(BRZOZA, "anna@c.example", 1));
    read(database, BRZOZA);

    EndUsers users = new EndUsers(database);
    assertThat(users.active(NOW).people()).isEqualTo(1);
    assertThat(database.<List<Person>, RuntimeException>read(handle -> store.of(handle, BRZOZA)))
        .isEmpty();
    assertThat(users.active(NOW.plus(Duration.ofDays(30))).people()).isZero();
    Instant later = NOW.plus(Duration.ofDays(61));
    database.change(handle -> store.sweep(handle, EndUsers.since(later)));
    assertThat(users.active(NOW).people()).isZero();
  }

  @StoreTest
  void anErasedTenantLeavesOnlyACount(Database database) {
    read(
        database, BRZOZA, person(BRZOZA, "anna@c.example", 1), person(BRZOZA, "jan@c.example", 40));
    database.change(handle -> store.erase(handle, BRZOZA, EndUsers.since(NOW)));

    assertThat(new EndUsers(database).active(NOW).people()).isEqualTo(1);
    assertThat(
            database.<List<Person>, RuntimeException>read(
                handle -> store.activeSince(handle, Instant.EPOCH)))
        .singleElement()
        .satisfies(one -> assertThat(one.email() + one.name()).doesNotContain("anna"));
  }

  @StoreTest
  void somebodyIsFoundByAnyPartAndNoPatternIsTaken(Database database) {
    read(database, BRZOZA, person(BRZOZA, "anna@c.example", 1));
    read(database, WRZOS, person(WRZOS, "anna@c.example", 1), person(WRZOS, "x_y@c.example", 1));

    assertThat(found(database, "ANNA@")).hasSize(2);
    assertThat(found(database, "%")).isEmpty();
    assertThat(found(database, "x_y")).hasSize(1);
    assertThat(found(database, "x!y")).isEmpty();
  }

  private List<Person> found(Database database, String text) {
    return database.read(handle -> store.holding(handle, text));
  }

  private void read(Database database, UUID tenant, Person... people) {
    database.change(handle -> store.replace(handle, tenant, List.of(people), NOW));
  }

  /** Active so many days ago; never, when that is negative. */
  private static Person person(UUID tenant, String email, int days) {
    return new Person(
        tenant,
        Integer.toHexString(email.hashCode()),
        email,
        email.replaceAll("@.*", ""),
        Role.USER,
        "password",
        List.of(),
        NOW.minus(Duration.ofDays(100)),
        days < 0 ? Optional.empty() : Optional.of(NOW.minus(Duration.ofDays(days))));
  }
}
