package io.innkeeper.openrouter;

import static io.innkeeper.openrouter.TestingUpstream.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.innkeeper.money.Usd;
import io.innkeeper.secret.Secret;
import io.innkeeper.simulators.openrouter.Charge;
import io.innkeeper.usage.OfferedModel;
import io.innkeeper.usage.PriceReading;
import io.innkeeper.usage.Tokens;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenRouterClientTest {
  private TestingUpstream upstream;
  private OpenRouterClient client;

  @BeforeEach
  void start() {
    upstream = new TestingUpstream();
    client = new OpenRouterClient(upstream.settings());
  }

  @AfterEach
  void stop() {
    client.close();
    upstream.close();
  }

  @Test
  void callIsLookedUpToTheLastDigit() throws Exception {
    String id = upstream.call("tokens=2/1, cost=8.1e-7, reasoning=1");
    Generation found = client.generation(id, KEY).orFault();
    assertThat(found.charge().orElseThrow().cost()).isEqualTo(Usd.parse("0.00000081"));
    assertThat(found.charge().orElseThrow().text()).isEqualTo("8.1e-7");
    assertThat(found.tokens()).isEqualTo(new Tokens(2, 1, 0, 0, 1, 0, 0, 0));
    assertThat(found.user()).hasValue("t1-u2");
  }

  @Test
  void ownProviderKeysPriceIsPartOfTheCost() throws Exception {
    String id = upstream.call("tokens=1000/100, byok=fee");
    Charge truth = upstream.simulator.charges().getFirst();
    assertThat(client.generation(id, KEY).orFault().charge().orElseThrow().cost())
        .isEqualTo(Usd.of(truth.total()))
        .isEqualTo(Usd.parse("0.0002205"));
  }

  @Test
  void recordMayAppearLate() throws Exception {
    String id = upstream.call("late=60000");
    assertThat(client.generation(id, KEY)).isInstanceOf(Reply.Missing.class);
    upstream.simulator.ahead(Duration.ofMinutes(2));
    assertThat(client.generation(id, KEY)).isInstanceOf(Reply.Got.class);
  }

  @Test
  void listThatHasNotChangedIsNotSentAgain() throws Exception {
    PriceReading first = client.models();
    assertThat(client.models()).isEqualTo(first);
    assertThat(upstream.simulator.requests().getLast().headers())
        .anyMatch(header -> header.getKey().equalsIgnoreCase("If-None-Match"));
    upstream.simulator.offer(
        new ObjectMapper()
            .readTree("{\"data\":[{\"id\":\"a/one\",\"pricing\":{\"prompt\":\"1e-7\"}}]}"));
    assertThat(client.models().models())
        .extracting(offer -> offer.price().model())
        .containsExactly("a/one");
  }

  @Test
  void allModelsAreReadPageByPage() throws Exception {
    assertThat(client.models().models())
        .extracting(offer -> offer.price().model())
        .contains("acme/lark-large", "nimbus/embed-small");
    assertThat(client.models().models()).filteredOn(offer -> !offer.text()).hasSize(1);
    StringBuilder many = new StringBuilder("{\"data\":[");
    for (int at = 0; at < 2345; at++) {
      if (at > 0) many.append(',');
      many.append("{\"id\":\"a/m%d\",\"pricing\":{\"prompt\":\"1e-7\"}}".formatted(at));
    }
    upstream.simulator.offer(new ObjectMapper().readTree(many.append("]}").toString()));
    List<OfferedModel> models = client.models().models();
    assertThat(models).hasSize(2345);
  }

  @Test
  void entryThatCanNotBeReadIsNamedAndOthersAreRead() throws Exception {
    upstream.simulator.offer(
        new ObjectMapper()
            .readTree(
                """
                {"data":[{"id":"a/one","pricing":{"prompt":"1e-7"}},
                  {"id":"a/two","pricing":{"prompt":"1e-7","overrides":[{"prompt":"free"}]}},
                  {"id":"a/three"},{"name":"none"}]}
                """));
    PriceReading read = client.models();
    assertThat(read.models()).extracting(offer -> offer.price().model()).containsExactly("a/one");
    assertThat(read.unread()).containsExactlyInAnyOrder("a/two", "a/three");
  }

  @Test
  void listWithoutPricesIsNoList() throws Exception {
    upstream.simulator.offer(new ObjectMapper().readTree("{\"data\":[]}"));
    assertThatThrownBy(client::models).hasMessageContaining("OpenRouter's list has none");
  }

  @Test
  void activityAndCreditsAreExact() throws Exception {
    upstream.call("tokens=3/0");
    LocalDate today = LocalDate.ofInstant(java.time.Instant.now(), java.time.ZoneOffset.UTC);
    upstream.simulator.ahead(Duration.ofDays(1));
    assertThat(client.activity(today, Optional.empty()).orFault())
        .singleElement()
        .extracting(ActivityRow::usage)
        .isEqualTo(Usd.parse("4.5e-7"));
    assertThat(client.activity(today, Optional.of("other")).orFault()).isEmpty();
    assertThat(client.credits().orFault().left()).isEqualTo(Usd.parse("999.99999955"));
  }

  @Test
  void keyIsMadeChangedAndDeleted() {
    CreatedKey made =
        client
            .create(
                new NewUpstreamKey(
                    "tenant/19/main",
                    Optional.of(Usd.parse("25")),
                    Optional.of(LimitReset.MONTHLY),
                    Optional.empty()))
            .orFault();
    String hash = made.key().hash();
    assertThat(client.key(made.value()).orFault().remaining()).hasValue(Usd.parse("25"));
    client.change(hash, UpstreamKeyChange.limiting(Optional.empty(), Optional.empty())).orFault();
    assertThat(client.keys().orFault()).singleElement().matches(key -> key.limit().isEmpty());
    client.change(hash, UpstreamKeyChange.disabling(true)).orFault();
    assertThat(client.key(made.value())).isInstanceOf(Reply.Refused.class);
    assertThat(client.delete(hash).orFault()).isTrue();
    assertThat(client.delete(hash)).isInstanceOf(Reply.Missing.class);
  }

  @Test
  void upstreamsWordsAndKeysAreNeverRepeated() {
    Secret wrong = Secret.of("sk-or-v1-nobody-knows-me");
    assertThatThrownBy(() -> client.key(wrong).orFault())
        .hasMessage(
            "Tried to ask about a key, but OpenRouter refused: it does not know the key, or the"
                + " key is disabled.");
    assertThat(client.key(wrong).toString()).doesNotContain("nobody");
  }

  @Test
  void withoutAManagementKeyNothingIsSent() {
    try (OpenRouterClient plain = new OpenRouterClient(upstream.settings(Optional.empty()))) {
      assertThat(plain.keys().problem()).get().asString().contains("management-key is not set");
      assertThat(upstream.simulator.requestCount()).isZero();
    }
  }

  @Test
  void upstreamThatIsNotThereIsNamed() {
    upstream.simulator.close();
    assertThat(client.offers().problem()).get().asString().contains("nothing listens at");
  }
}
