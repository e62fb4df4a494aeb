package io.innkeeper.openrouter;

import static io.innkeeper.openrouter.OpenRouterRecords.NAME;
import static io.innkeeper.openrouter.TestingUpstream.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.money.Usd;
import io.innkeeper.usage.GenerationLookup;
import io.innkeeper.usage.UpstreamActivity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenRouterRecordsTest {
  private static final UUID ACME = UUID.fromString("00000000-0000-4000-8000-00000000000a");

  private TestingUpstream upstream;
  private OpenRouterClient client;
  private OpenRouterRecords records;

  @BeforeEach
  void start() {
    upstream = new TestingUpstream();
    client = new OpenRouterClient(upstream.settings());
    records =
        new OpenRouterRecords(client, id -> id.equals(ACME) ? Optional.of(KEY) : Optional.empty());
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
}
