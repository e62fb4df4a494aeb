package io.innkeeper.openrouter;

import static io.innkeeper.openrouter.OpenRouterRecords.NAME;
import static io.innkeeper.openrouter.TestingUpstream.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.money.Usd;
import io.innkeeper.secret.Secret;
import io.innkeeper.simulators.openrouter.OpenRouterSimulator;
import io.innkeeper.usage.GenerationLookup;
import io.innkeeper.usage.UpstreamActivity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenRouterRecordsTest {
  private static final UUID ACME = UUID.fromString("00000000-0000-4000-8000-00000000000a");

  private static final Secret NEXT = Secret.of(OpenRouterSimulator.TEST_KEYS + "next");

  private TestingUpstream upstream;
  private OpenRouterClient client;
  private OpenRouterRecords records;
  private Optional<Secret> now = Optional.of(KEY);
  private List<UsedKey> used = List.of();

  @BeforeEach
  void start() {
    upstream = new TestingUpstream();
    client = new OpenRouterClient(upstream.settings());
    records = records(client);
  }

  private OpenRouterRecords records(OpenRouterClient asked) {
    return new OpenRouterRecords(asked, id -> id.equals(ACME) ? now : Optional.empty(), id -> used);
  }

  @AfterEach
  void stop() {
    client.close();
    upstream.close();
  }

  @Test
  void callIsFoundWithTheOrganisationsOwnKey() throws Exception {
    String id = upstream.call("tokens=64/98");
    assertThat(records.find(NAME, ACME, id))
        .isInstanceOfSatisfying(
            GenerationLookup.Found.class,
            found -> {
              assertThat(found.record().charge().cost()).isEqualTo(Usd.parse("0.0000684"));
              assertThat(found.record().model()).isEqualTo("acme/lark-mini");
            });
  }

  @Test
  void lateRecordIsNotYetThere() throws Exception {
    assertThat(records.find(NAME, ACME, upstream.call("late=never")))
        .isEqualTo(new GenerationLookup.NotYet());
  }

  @Test
  void whoHasNoKeyCanNotAsk() {
    assertThat(records.find(NAME, UUID.randomUUID(), "gen-1"))
        .isInstanceOf(GenerationLookup.Refused.class);
    assertThat(records.find("own-server", ACME, "gen-1"))
        .isEqualTo(new GenerationLookup.Never("The upstream “own-server” keeps no records."));
  }

  @Test
  void dayIsToldForTheOrganisationsKeyAlone() throws Exception {
    upstream.call("tokens=1000/100");
    upstream.call("tokens=1000/100, byok");
    LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    upstream.simulator.ahead(Duration.ofDays(1));
    UpstreamActivity.Told told = (UpstreamActivity.Told) records.of(ACME, NAME, today);
    assertThat(told.requests()).isEqualTo(2);
    assertThat(told.cost()).isEqualTo(Usd.parse("0.00042"));
    assertThat(told.keys()).hasSize(1);
    assertThat(told.keys().getFirst().hash()).matches("[0-9a-f]{64}");
    assertThat(told.keys().getFirst().cost()).isEqualTo(told.cost());
  }

  private UpstreamActivity.Told told(LocalDate day) {
    return (UpstreamActivity.Told) records.of(ACME, NAME, day);
  }

  private String hash(Secret key) {
    String label = client.key(key).orFault().label();
    return client.keys().orFault().stream()
        .filter(one -> one.label().equals(label))
        .findFirst()
        .orElseThrow()
        .hash();
  }

  @Test
  void aDayIsToldForEveryKeyThatServedIt() throws Exception {
    upstream.call("tokens=1000/100");
    upstream.call(NEXT, "tokens=1000/100");
    Instant noon = Instant.now();
    Instant before = noon.minus(Duration.ofDays(9));
    UsedKey old = new UsedKey("old", Optional.of(hash(KEY)), before, Optional.of(noon));
    UsedKey again = new UsedKey("again", Optional.of(hash(KEY)), before, Optional.of(noon));
    UsedKey fresh = new UsedKey("new", Optional.of(hash(NEXT)), noon, Optional.empty());
    upstream.simulator.ahead(Duration.ofDays(1));
    LocalDate today = LocalDate.ofInstant(noon, ZoneOffset.UTC);
    used = List.of(fresh, again, old);
    assertThat(told(today).requests()).isEqualTo(2);
    assertThat(told(today).keys())
        .extracting(UpstreamActivity.OfKey::hash)
        .containsExactly(hash(NEXT), hash(KEY));
    assertThat(told(today.minusDays(1)).keys()).hasSize(1);
    used = List.of(old);
    now = Optional.empty();
    assertThat(told(today).requests()).isEqualTo(1);
    assertThat(told(today.plusDays(2))).isEqualTo(new UpstreamActivity.Told(0, Usd.ZERO));
  }

  @Test
  void aPastedKeyThatNobodyAskedIsFoundByItsLooks() throws Exception {
    upstream.call("tokens=1000/100");
    Instant noon = Instant.now();
    upstream.simulator.ahead(Duration.ofDays(1));
    LocalDate today = LocalDate.ofInstant(noon, ZoneOffset.UTC);
    used = List.of(new UsedKey("sk-or-v1-…acme", Optional.empty(), noon, Optional.of(noon)));
    assertThat(told(today).requests()).isEqualTo(1);
    used = List.of(new UsedKey("sk-or-v1-…ucme", Optional.empty(), noon, Optional.of(noon)));
    assertThat(records.of(ACME, NAME, today)).isInstanceOf(UpstreamActivity.Refused.class);
  }

  @Test
  void whatCanNotBeToldIsNotAskedFor() {
    LocalDate day = LocalDate.parse("2026-11-25");
    now = Optional.empty();
    assertThat(records.of(ACME, NAME, day)).isInstanceOf(UpstreamActivity.Unasked.class);
    assertThat(records.of(ACME, "own-server", day)).isInstanceOf(UpstreamActivity.Unasked.class);
    now = Optional.of(KEY);
    long asked = upstream.simulator.requestCount();
    try (OpenRouterClient alone = new OpenRouterClient(upstream.settings(Optional.empty()))) {
      assertThat(records(alone).of(ACME, NAME, day)).isInstanceOf(UpstreamActivity.Unasked.class);
    }
    assertThat(upstream.simulator.requestCount()).isEqualTo(asked);
  }
}
