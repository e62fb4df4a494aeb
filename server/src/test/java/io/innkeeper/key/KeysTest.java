package io.innkeeper.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.audit.AuditFilter;
import io.innkeeper.audit.AuditLine;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.client.KeyChange;
import io.innkeeper.client.NewKey;
import io.innkeeper.fault.Fault;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.OrganisationSpec;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import io.innkeeper.store.StoreTest;
import io.innkeeper.tenant.SeededTenants;
import io.innkeeper.testing.TestingClock;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
  private static final Actor BY = Actor.innkeeper("test");
  private static final NewKey ROBIN =
      new NewKey(
          "Robin's script",
          null,
          "Robin",
          30L,
          null,
          2L,
          new BigDecimal("1.5"),
          List.of("acme/*"),
          null);

  @TempDir Path home;
  private final TestingClock clock = new TestingClock(Instant.parse("2026-11-28T12:00:00Z"));
  private Database store;
  private SecretBox box;
  private AuditTrail audit;
  private Organisation owner;
  private Keys keys;

  @BeforeEach
  void open(Database database) {
    store = database;
    Ids ids = new Ids(clock);
    box = SecretBox.open(home.resolve("master.key"));
    audit = new AuditTrail(store, box, clock);
    owner =
        new Organisations(store, box, audit, ids, clock)
            .create(OrganisationSpec.named("Klinika"), Optional.empty(), BY);
    keys = new Keys(store, audit, ids, clock);
  }

  private IssuedKey make() {
    return keys.create(owner.id(), Optional.empty(), KeySpec.of(ROBIN, clock.instant()), BY);
  }

  @StoreTest
  void storeAndAuditHoldNoKeyThatOpens() {
    IssuedKey issued = make();
    String value = issued.value().unwrap();
    assertThat(value).matches("ink-vk-[A-Za-z0-9_-]{43}");
    assertThat(issued.key().hint()).isEqualTo("ink-vk-…" + value.substring(value.length() - 4));
    List<String> stored =
        store.read(
            h -> h.createQuery("SELECT digest FROM virtual_key_values").mapTo(String.class).list());
    assertThat(stored).containsExactly(issued.value().digest());
    assertThat(lines().toString()).contains("key.create").doesNotContain(value.substring(7));
  }

  @StoreTest
  void keyIsReadAsItWasMade() {
    VirtualKey key = keys.find(owner.id(), make().key().id()).orElseThrow();
    assertThat(key.spec()).isEqualTo(KeySpec.of(ROBIN, clock.instant()));
    assertThat(key.spec().budget()).contains(Usd.parse("1.5"));
    assertThat(keys.of(owner.id())).containsExactly(key);
  }

  @StoreTest
  void rotatedKeyCountsForItsOverlap() {
    IssuedKey first = make();
    clock.pass(Duration.ofMinutes(1));
    IssuedKey second = keys.rotate(owner.id(), first.key().id(), Duration.ofMinutes(10), BY);
    clock.pass(Duration.ofMinutes(1));
    keys.rotate(owner.id(), first.key().id(), Duration.ofMinutes(10), BY);
    assertThat(keys.known()).hasSize(3);
    assertThat(keys.known().getFirst().until()).contains(Instant.parse("2026-11-28T12:11:00Z"));
    clock.pass(Duration.ofMinutes(9));
    assertThat(keys.known())
        .extracting(Keys.Known::digest)
        .hasSize(2)
        .startsWith(second.value().digest());
    assertFault(
        "key-overlap", () -> keys.rotate(owner.id(), first.key().id(), Duration.ofDays(31), BY));
  }

  @StoreTest
  void revokedKeyStaysRevokedAndGivesItsNameBack() {
    VirtualKey key = make().key();
    assertFault("key-name-taken", this::make);
    keys.revoke(owner.id(), key.id(), BY);
    keys.revoke(owner.id(), key.id(), BY);
    assertFault("key-revoked", () -> keys.rotate(owner.id(), key.id(), Duration.ZERO, BY));
    assertThat(make().key().spec().name()).isEqualTo("Robin's script");
    assertThat(keys.of(owner.id())).hasSize(2);
    assertThat(lines()).extracting(AuditLine::verb).containsOnlyOnce("key.revoke");
  }

  @StoreTest
  void keysOfForgottenTenantAreRevokedAndNameItNoMore() {
    UUID tenant = SeededTenants.one(store, box, owner.id());
    KeySpec spec = KeySpec.of(ROBIN, clock.instant());
    VirtualKey narrow = keys.create(owner.id(), Optional.of(tenant), spec, BY).key();
    keys.rotate(owner.id(), narrow.id(), Duration.ofMinutes(10), BY);
    store.change(
        handle -> {
          keys.forget(handle, owner.id(), tenant, BY);
          handle.execute("DELETE FROM tenants WHERE id = ?", tenant);
        });
    VirtualKey left = keys.find(owner.id(), narrow.id()).orElseThrow();
    assertThat(left.tenant()).isEmpty();
    assertThat(left.revokedAt()).contains(clock.instant());
    assertThat(lines()).extracting(AuditLine::verb).containsOnlyOnce("key.revoke");
  }

  @StoreTest
  void lostUpdateIsRefusedWithBothValues() {
    VirtualKey key = make().key();
    KeyChange calmer =
        new KeyChange("Script", null, 0L, null, null, null, true, List.of(), null, null);
    VirtualKey now =
        keys.change(owner.id(), key.id(), key.spec().changed(calmer, clock.instant()), 1, BY);
    assertThat(now.spec().limits().requestsPerMinute()).isEmpty();
    assertThat(now.spec().budget()).isEmpty();
    assertThat(now.version()).isEqualTo(2);
    assertThatThrownBy(() -> keys.change(owner.id(), key.id(), key.spec(), 1, BY))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> assertThat(fault.details()).containsKeys("current", "yours", "version"));
  }

  @StoreTest
  void everyBadFieldIsNamed() {
    NewKey bad =
        new NewKey(" ", null, null, -1L, null, null, new BigDecimal("-1"), null, Instant.EPOCH);
    assertThatThrownBy(() -> KeySpec.of(bad, clock.instant()))
        .isInstanceOfSatisfying(
            Fault.class,
            fault ->
                assertThat(fault.fields())
                    .extracting(Fault.Field::name)
                    .contains("name", "requestsPerMinute", "monthlyBudget", "expiresAt"));
  }

  private List<AuditLine> lines() {
    return audit.lines(AuditFilter.ALL, Optional.empty(), 50);
  }

  private static void assertFault(String code, Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }
}
