package io.innkeeper.openrouter.provision;

import static io.innkeeper.openrouter.provision.KeyHouse.BY;
import static io.innkeeper.openrouter.provision.KeyHouse.MANAGEMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.audit.AuditLine;
import io.innkeeper.fault.Fault;
import io.innkeeper.money.Usd;
import io.innkeeper.openrouter.LimitReset;
import io.innkeeper.openrouter.UpstreamKey;
import io.innkeeper.openrouter.UpstreamKeyChange;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.secret.Secret;
import io.innkeeper.simulators.openrouter.OpenRouterSimulator;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class UpstreamKeysTest {
  @TempDir private Path home;
  private KeyHouse house;

  @BeforeEach
  void open(Database database) {
    house = new KeyHouse(database, home, Optional.of(MANAGEMENT));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @StoreTest
  void createdAtOpening() {
    Organisation acme = house.organisation("Klinika Żuraw", "50");
    house.follow();
    UpstreamKey key = house.onlyOne(acme);
    assertThat(key.name()).matches("innkeeper/klinika-zuraw/[0-9a-f]{10} Klinika Żuraw");
    assertThat(key.limit()).hasValue(Usd.parse("62.5"));
    assertThat(key.reset()).hasValue(LimitReset.MONTHLY);
    assertThat(house.client.key(house.secret(acme)).orFault().label()).isEqualTo(key.label());
    assertThat(house.state(acme).current().orElseThrow().hash()).hasValue(key.hash());
    house.follow();
    house.keys().sync(BY);
    house.settle();
    assertThat(house.onlyOne(acme).hash()).isEqualTo(key.hash());
  }

  @StoreTest
  void suspendedWithIt() {
    Organisation acme = house.served("Acme", "");
    Secret key = house.secret(acme);
    house.organisations.suspend(acme.id(), "not paid", BY);
    house.follow();
    assertThat(house.answers(key)).isFalse();
    assertThat(house.state(acme).word()).isEqualTo("switched-off");
    house.organisations.resume(acme.id(), BY);
    house.follow();
    assertThat(house.answers(key)).isTrue();
  }

  @StoreTest
  void closedOrganisationKeepsNoKey() {
    Organisation acme = house.served("Acme", "");
    Secret key = house.secret(acme);
    house.organisations.close(acme.id(), BY);
    house.follow();
    assertThat(house.answers(key)).isFalse();
    assertThat(house.organisations.upstreamKey(acme.id())).isEmpty();
    assertThat(house.onlyOne(acme).disabled()).isTrue();
    house.clock.pass(KeySwitch.GRACE);
    house.follow();
    assertThat(house.there(acme)).isEmpty();
  }

  @StoreTest
  void limitFollowsBudget() {
    Organisation acme = house.served("Acme", "");
    assertThat(house.onlyOne(acme).limit()).isEmpty();
    house.budget(acme, "10.01");
    house.follow();
    assertThat(house.onlyOne(acme).limit()).hasValue(Usd.parse("12.52"));
    assertThat(house.onlyOne(acme).reset()).hasValue(LimitReset.MONTHLY);
    house.budget(acme, "0");
    house.follow();
    assertThat(house.onlyOne(acme).limit()).hasValue(Usd.parse("1"));
    house.budget(acme, "");
    house.follow();
    assertThat(house.onlyOne(acme).limit()).isEmpty();
    assertThat(house.lines()).extracting(AuditLine::verb).contains("upstream-key.change");
  }

  @StoreTest
  void nameFollowsTheOrganisation() {
    Organisation acme = house.served("Acme", "");
    String tag = house.onlyOne(acme).name().substring(0, 25);
    Organisation now = house.organisations.get(acme.id());
    house.organisations.change(
        now.id(), now.spec().changed(KeyHouse.renaming("Acme Polska")), now.version(), BY);
    house.follow();
    assertThat(house.onlyOne(acme).name()).isEqualTo(tag.strip() + " Acme Polska");
  }

  @StoreTest
  void followingAsksNobodyWhileAllIsInStep() {
    house.served("Acme", "5");
    long asked = house.upstream.requestCount();
    house.follow();
    assertThat(house.upstream.requestCount()).isEqualTo(asked);
  }

  @StoreTest
  void driftIsToldAndMended() {
    Organisation acme = house.served("Acme", "20");
    String hash = house.onlyOne(acme).hash();
    house
        .client
        .change(hash, UpstreamKeyChange.limiting(Optional.of(Usd.parse("500")), Optional.empty()))
        .orFault();
    house.client.change(hash, UpstreamKeyChange.disabling(true)).orFault();
    house.keys().sync(BY);
    assertThat(house.onlyOne(acme).limit()).hasValue(Usd.parse("25"));
    assertThat(house.onlyOne(acme).disabled()).isFalse();
    assertThat(house.state(acme).trouble().drift())
        .hasValue(
            "At OpenRouter its cap was USD 500 instead of USD 25, its cap began anew never instead"
                + " of monthly, it was disabled; it was mended.");
    house.keys().sync(BY);
    assertThat(house.state(acme).trouble().drift()).isEmpty();
  }

  @StoreTest
  void capThatNoLongerBeginsAnewIsToldAndMended() {
    Organisation acme = house.served("Acme", "20");
    String hash = house.onlyOne(acme).hash();
    for (Optional<LimitReset> other :
        List.<Optional<LimitReset>>of(Optional.empty(), Optional.of(LimitReset.DAILY))) {
      house
          .client
          .change(hash, UpstreamKeyChange.limiting(Optional.of(Usd.parse("25")), other))
          .orFault();
      house.keys().sync(BY);
      assertThat(house.onlyOne(acme).limit()).hasValue(Usd.parse("25"));
      assertThat(house.onlyOne(acme).reset()).hasValue(LimitReset.MONTHLY);
      assertThat(house.state(acme).trouble().drift())
          .hasValue(
              "At OpenRouter its cap began anew %s instead of monthly; it was mended."
                  .formatted(other.map(LimitReset::word).orElse("never")));
      house.keys().sync(BY);
      assertThat(house.state(acme).trouble().drift()).isEmpty();
    }
    assertThat(house.lines()).extracting(AuditLine::verb).contains("upstream-key.drift");
  }

  @StoreTest
  void keyDeletedThereIsMadeAnew() {
    Organisation acme = house.served("Acme", "");
    Secret before = house.secret(acme);
    house.client.delete(house.onlyOne(acme).hash()).orFault();
    house.keys().sync(BY);
    house.settle();
    assertThat(house.secret(acme)).isNotEqualTo(before);
    assertThat(house.answers(house.secret(acme))).isTrue();
    house.onlyOne(acme);
  }

  @StoreTest
  void pastedKeyIsFoundButLeftAlone() {
    Organisation acme = house.organisation("Acme", "5");
    Secret pasted = Secret.of(OpenRouterSimulator.TEST_KEYS + "pasted-by-an-operator-0001");
    house.organisations.giveKey(acme.id(), pasted, BY);
    assertThat(house.answers(pasted)).isTrue();
    UpstreamListing listing = house.keys().sync(BY);
    assertThat(listing.of(UpstreamListing.Kind.OURS)).hasSize(1);
    ProvisionedKey known = house.state(acme).current().orElseThrow();
    assertThat(known.origin()).isEqualTo(ProvisionedKey.Origin.PASTED);
    assertThat(known.hash()).isPresent();
    house.organisations.suspend(acme.id(), "not paid", BY);
    house.follow();
    assertThat(house.answers(pasted)).isTrue();
    assertThat(house.there(acme)).isEmpty();
  }

  @StoreTest
  void orphanIsFoundAndShown() {
    Organisation acme = house.served("Acme", "");
    String name = "innkeeper/ghost/0123456789 Ghost";
    String hash = house.orphan(name);
    house.orphan("somebody's script");
    house.keys().sync(BY);
    assertThat(house.keys().lastLook().orphans()).isEqualTo(1);
    assertThat(house.keys().lastLook().foreigners()).isEqualTo(1);
    assertThat(house.keys().listing().of(UpstreamListing.Kind.ORPHAN))
        .singleElement()
        .satisfies(one -> assertThat(one.key().name()).isEqualTo(name));
    refused("upstream-key-name", () -> house.keys().deleteOrphan(hash, "another", BY));
    String used = house.onlyOne(acme).hash();
    refused("not-an-orphan", () -> house.keys().deleteOrphan(used, house.onlyOne(acme).name(), BY));
    house.keys().deleteOrphan(hash, name, BY);
    assertThat(house.keys().lastLook().orphans()).isZero();
    assertThat(house.lines()).extracting(AuditLine::verb).contains("upstream-key.delete-orphan");
  }

  @StoreTest
  void secretNeverPrints() {
    Organisation acme = house.served("Acme", "5");
    house.rotate(acme, Duration.ZERO);
    house.settle();
    house.keys().sync(BY);
    String secret = house.secret(acme).unwrap();
    assertThat(secret).startsWith("sk-or-v1-");
    String all =
        house.lines().toString()
            + house.state(acme)
            + house.keys().listing()
            + house.lastJob()
            + house.jobs().log(house.lastJob().id(), 0)
            + house.text("SELECT * FROM upstream_keys")
            + house.text("SELECT * FROM upstream_account")
            + house.text("SELECT * FROM organisations");
    assertThat(all).doesNotContain(secret).doesNotContain(MANAGEMENT.unwrap());
    assertThat(all).contains("sk-or-v1-");
  }

  private static void refused(String code, Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }
}
