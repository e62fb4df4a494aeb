package io.innkeeper.openrouter.provision;

import static io.innkeeper.openrouter.provision.KeyHouse.BY;
import static io.innkeeper.openrouter.provision.KeyHouse.MANAGEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.job.Job;
import io.innkeeper.openrouter.OpenRouterRecords;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.secret.Secret;
import io.innkeeper.simulators.openrouter.OpenRouterSimulator;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import io.innkeeper.usage.UpstreamActivity;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the upstream tells of a day, whatever became of the organisation's key since. */
class UsedKeysTest {
  @TempDir private Path home;
  private KeyHouse house;
  private OpenRouterRecords records;
  private LocalDate today;

  @BeforeEach
  void open(Database database) {
    house = new KeyHouse(database, home, Optional.of(MANAGEMENT));
    // The stand-in charges in real time.
    house.clock.pass(Duration.between(house.clock.instant(), Instant.now()));
    today = LocalDate.ofInstant(house.clock.instant(), ZoneOffset.UTC);
    records =
        new OpenRouterRecords(house.client, house.organisations::upstreamKey, house.keys()::used);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void call(Secret key) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(house.upstream.baseUrl() + "/chat/completions"))
            .header("Authorization", "Bearer " + key.unwrap())
            .POST(
                BodyPublishers.ofString(
                    """
                    {"model":"acme/lark-mini","messages":[{"role":"user","content":"Hej"}]}"""))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }
  }

  private UpstreamActivity.Told told(Organisation one, LocalDate day) {
    return (UpstreamActivity.Told) records.of(one.id(), OpenRouterRecords.NAME, day);
  }

  private void aDayLater() {
    house.clock.pass(Duration.ofDays(1));
    house.upstream.ahead(Duration.ofDays(1));
  }

  @StoreTest
  void bothKeysOfARotationCount() throws Exception {
    Organisation acme = house.served("Acme", "");
    call(house.secret(acme));
    Job job = house.rotate(acme, Duration.ZERO);
    assertThat(house.ended(job.id()).state()).isEqualTo(Job.State.FINISHED);
    call(house.secret(acme));
    aDayLater();
    assertThat(told(acme, today).requests()).isEqualTo(2);
    house.clock.pass(KeySwitch.GRACE);
    house.follow();
    assertThat(house.there(acme)).hasSize(1);
    assertThat(told(acme, today).keys())
        .hasSize(2)
        .extracting(UpstreamActivity.OfKey::requests)
        .containsOnly(1L);
    assertThat(told(acme, today.plusDays(1)).keys()).hasSize(1);
  }

  @StoreTest
  void aSuspendedOrganisationsDaysAreTold() throws Exception {
    Organisation acme = house.served("Acme", "");
    call(house.secret(acme));
    house.organisations.suspend(acme.id(), "not paid", BY);
    house.follow();
    aDayLater();
    assertThat(told(acme, today).requests()).isEqualTo(1);
  }

  @StoreTest
  void aClosedOrganisationsDaysAreTold() throws Exception {
    Organisation acme = house.served("Acme", "");
    call(house.secret(acme));
    house.organisations.close(acme.id(), BY);
    house.follow();
    house.clock.pass(KeySwitch.GRACE);
    house.follow();
    house.upstream.ahead(KeySwitch.GRACE);
    assertThat(house.there(acme)).isEmpty();
    assertThat(told(acme, today).requests()).isEqualTo(1);
    assertThat(told(acme, today.plusDays(2)).keys()).isEmpty();
  }

  @StoreTest
  void aPastedKeyCountsUntilAnotherIsGiven() throws Exception {
    Organisation acme = house.organisation("Acme", "");
    Secret pasted = Secret.of(OpenRouterSimulator.TEST_KEYS + "given-by-a-person-in-autumn");
    house.organisations.giveKey(acme.id(), pasted, BY);
    house.follow();
    call(pasted);
    Job job = house.rotate(acme, Duration.ZERO);
    assertThat(house.ended(job.id()).state()).isEqualTo(Job.State.FINISHED);
    call(house.secret(acme));
    house.follow();
    aDayLater();
    assertThat(told(acme, today).requests()).isEqualTo(2);
    assertThat(told(acme, today.plusDays(1)).keys()).hasSize(1);
  }
}
