package io.innkeeper.openrouter.provision;

import static io.innkeeper.openrouter.provision.KeyHouse.BY;
import static io.innkeeper.openrouter.provision.KeyHouse.MANAGEMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.innkeeper.audit.AuditLine;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Job;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.secret.Secret;
import io.innkeeper.simulators.openrouter.OpenRouterSimulator;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class ManagementKeyTest {
  /** What the upstream refuses with, and what a person reads of it. */
  private static final Map<String, String> REFUSALS =
      Map.of(
          "error=unknown-key", "it does not know the key, or the key is disabled",
          "error=credits", "the account has too little credit",
          "error=management-only", "the key may not do that",
          "error=workspace", "the workspace's budget is used up",
          "error=rate-limit, retry-after=45", "it was asked too often",
          "error=server", "it has trouble of its own (status 500)",
          "error=unavailable", "it has trouble of its own (status 503)",
          "error=edge", "it did not get done in time",
          "html", "it has trouble of its own (status 502)");

  @TempDir private Path home;
  private KeyHouse house;

  @BeforeEach
  void open(Database database) {
    house = new KeyHouse(database, home, Optional.empty());
  }

  @AfterEach
  void close() {
    house.close();
  }

  @StoreTest
  void keyIsAskedBeforeItIsKept() {
    refused("management-key", Secret.of("two words"));
    refused("openrouter-refused", Secret.of("sk-or-v1-nobody-knows-me"));
    refused(
        "management-key-kind",
        Secret.of(OpenRouterSimulator.TEST_KEYS + "calls-models-and-nothing-else"));
    assertThat(house.management.isThere()).isFalse();
    house.keys().giveManagementKey(MANAGEMENT, BY);
    assertThat(house.management.secret()).hasValue(MANAGEMENT);
    assertThat(house.management.told().label()).isEqualTo("sk-or-v1-…d-in");
    assertThat(house.text("SELECT * FROM upstream_account")).doesNotContain(MANAGEMENT.unwrap());
    house.management.remove(BY);
    house.management.remove(BY);
    assertThat(house.management.told().source()).isEqualTo(ManagementKey.Source.NONE);
    assertThat(house.lines())
        .extracting(AuditLine::verb)
        .containsExactly("upstream.management-key.remove", "upstream.management-key.set");
  }

  @StoreTest
  void keysAreMadeOnceThereIsOne() {
    Organisation acme = house.organisation("Acme", "5");
    house.follow();
    assertThat(house.state(acme).word()).isEqualTo("none");
    assertThatThrownBy(() -> house.rotate(acme, Duration.ZERO))
        .hasMessageContaining("There is no management key");
    assertThat(house.upstream.requestCount()).isZero();
    house.keys().giveManagementKey(MANAGEMENT, BY);
    house.follow();
    assertThat(house.answers(house.secret(acme))).isTrue();
  }

  @StoreTest
  void everyErrorIsASentence() {
    house.keys().giveManagementKey(MANAGEMENT, BY);
    REFUSALS.forEach(
        (words, why) -> {
          house.upstream.at("GET /keys", words);
          Fault fault = catchThrowableOfType(Fault.class, () -> house.keys().sync(BY));
          assertThat(fault.said())
              .isEqualTo("Tried to list the keys, but OpenRouter refused: " + why + ".");
          assertThat(fault.advice().orElse("")).as(words).matches("[A-Z].{15,}\\.");
          assertThat(house.keys().lastLook().problem()).hasValue(fault.said());
        });
    house.upstream.close();
    Fault gone = catchThrowableOfType(Fault.class, () -> house.keys().sync(BY));
    assertThat(gone.said()).contains("nothing listens at http://127.0.0.1");
    assertThat(gone.advice()).isPresent();
  }

  @StoreTest
  void whatHelpsIsSaid() {
    house.keys().giveManagementKey(MANAGEMENT, BY);
    assertThat(advice("error=rate-limit, retry-after=45")).isEqualTo("Try again in 45 s.");
    assertThat(advice("error=management-only")).contains("make one in the account's settings");
    assertThat(advice("error=credits")).contains("Add credits");
    assertThat(advice("error=in-flight")).isEqualTo("Try again in 2 s.");
  }

  @StoreTest
  void troubleIsTriedAgainAfterAPause() {
    house.keys().giveManagementKey(MANAGEMENT, BY);
    Organisation acme = house.organisation("Acme", "");
    for (int time = 0; time < 3; time++) house.upstream.at("POST /keys", "status=500");
    house.follow();
    assertThat(house.lastJob().state()).isEqualTo(Job.State.TAKEN_BACK);
    assertThat(house.state(acme).trouble().problem()).isPresent();
    long asked = house.upstream.requestCount();
    house.follow();
    assertThat(house.upstream.requestCount() - asked).isLessThanOrEqualTo(1);
    assertThat(house.state(acme).word()).isEqualTo("none");
    house.clock.pass(Duration.ofMinutes(2));
    house.follow();
    assertThat(house.state(acme).word()).isEqualTo("in-use");
    assertThat(house.state(acme).trouble().problem()).isEmpty();
    house.onlyOne(acme);
  }

  @StoreTest
  void refusalThatWaitingDoesNotMendWaitsForSomebody() {
    house.keys().giveManagementKey(MANAGEMENT, BY);
    Organisation acme = house.organisation("Acme", "");
    house.upstream.at("POST /keys", "error=management-only");
    house.follow();
    house.clock.pass(Duration.ofHours(3));
    house.follow();
    assertThat(house.state(acme).word()).isEqualTo("none");
    house.keys().sync(BY);
    house.settle();
    assertThat(house.state(acme).word()).isEqualTo("in-use");
  }

  private String advice(String words) {
    house.upstream.at("GET /keys", words);
    return catchThrowableOfType(Fault.class, () -> house.keys().sync(BY)).advice().orElse("");
  }

  private void refused(String code, Secret key) {
    assertThatThrownBy(() -> house.keys().giveManagementKey(key, BY))
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }
}
