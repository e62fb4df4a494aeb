package io.innkeeper.usage;

import static io.innkeeper.usage.TestingPrices.discounted;
import static io.innkeeper.usage.TestingPrices.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.money.Usd;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelPriceTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  @Test
  void cachedTokensAreAPartOfThePrompt() {
    assertThat(of("acme/lark-mini").cost(tokens(1200, 340, 200, 0), NOON))
        .isEqualTo(Usd.parse("0.000369"));
  }

  @Test
  void twentyTokensInAndFiveOut() {
    assertThat(of("acme/lark-mini").cost(Tokens.of(20, 5), NOON)).isEqualTo(Usd.parse("0.000006"));
  }

  @Test
  void writingTheCacheCostsMoreAndReadingItLess() {
    ModelPrice large = discounted(of("acme/lark-large"), "0");
    assertThat(large.cost(tokens(24551, 0, 20029, 4519), NOON)).isEqualTo(Usd.parse("0.019136625"));
  }

  @Test
  void discountIsTakenOffTheSum() {
    ModelPrice mini = discounted(of("acme/lark-mini"), "0.1");
    assertThat(mini.cost(Tokens.of(2, 1), NOON)).isEqualTo(Usd.parse("8.1e-7"));
  }

  @Test
  void reasoningIsPaidAsPartOfTheAnswer() {
    Tokens thoughtful = new Tokens(100, 50, 0, 0, 40, 0, 0, 0);
    assertThat(of("acme/lark-mini").cost(thoughtful, NOON))
        .isEqualTo(of("acme/lark-mini").cost(Tokens.of(100, 50), NOON));
  }

  @ParameterizedTest
  @CsvSource({"200000, 0.515", "200001, 1.022505"})
  void promptAboveTheTiersEdgeIsDearer(long prompt, String expected) {
    ModelPrice large = discounted(of("acme/lark-large"), "0");
    assertThat(large.cost(Tokens.of(prompt, 1000), NOON)).isEqualTo(Usd.parse(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "00:29, 0.00014",
    "00:30, 0.00028",
    "16:29, 0.00028",
    "16:30, 0.00014",
    "23:59, 0.00014"
  })
  void nightOwlIsCheaperAtNight(String clock, String thousandTokens) {
    Instant at = Instant.parse("2026-11-25T" + clock + ":00Z");
    Usd request = Usd.parse("0.0005");
    assertThat(of("nimbus/night-owl").cost(Tokens.of(1000, 0), at).minus(request))
        .isEqualTo(Usd.parse(thousandTokens));
  }

  @Test
  void worstCaseTakesTheDearestOfEverything() {
    // Every prompt token may be written to the cache, for an hour if that is dearer.
    assertThat(of("acme/lark-large").worstCase(200001, 1000, NOON))
        .isEqualTo(Usd.parse("1.022505"));
    assertThat(of("acme/lark-large").worstCase(1000, 1000, NOON)).isEqualTo(Usd.parse("0.02"));
    assertThat(of("acme/lark-large").picture(NOON)).isEqualTo(Usd.parse("0.004"));
    assertThat(of("nimbus/night-owl").worstCase(1, 0, NOON)).isEqualTo(Usd.parse("0.00050028"));
  }

  @Test
  void worstCaseNeverPassesTheLargestAmount() {
    assertThat(of("acme/lark-large").worstCase(1, Long.MAX_VALUE, NOON))
        .isEqualTo(new Usd(Long.MAX_VALUE));
  }

  @Test
  void worstCaseIsNeverBelowTheCost() {
    for (ModelPrice price : TestingPrices.all()) {
      if (price.variable()) continue;
      for (Tokens tokens : List.of(tokens(250000, 9, 100, 50), tokens(10, 500, 0, 10))) {
        assertThat(price.worstCase(tokens.prompt(), tokens.completion(), NOON))
            .isGreaterThanOrEqualTo(price.cost(tokens, NOON));
      }
    }
  }

  @Test
  void linesAddUpToTheCost() {
    ModelPrice large = of("acme/lark-large");
    Tokens tokens = tokens(24551, 120, 20029, 4519);
    List<PriceLine> lines = large.breakdown(tokens, NOON);
    assertThat(lines)
        .extracting(PriceLine::kind)
        .containsExactly(
            PriceLine.Kind.PROMPT,
            PriceLine.Kind.FROM_CACHE,
            PriceLine.Kind.TO_CACHE,
            PriceLine.Kind.ANSWER,
            PriceLine.Kind.DISCOUNT);
    assertThat(lines.get(3).perMillion()).isEqualByComparingTo("15");
    assertThat(lines.stream().map(PriceLine::exact).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(large.cost(tokens, NOON).decimal());
  }

  @Test
  void nothingIsComputedWithAPriceThatVaries() {
    assertThat(of("openrouter/auto").variable()).isTrue();
    assertThatThrownBy(() -> of("openrouter/auto").cost(Tokens.of(1, 1), NOON))
        .hasMessageContaining("varies");
  }

  @Test
  void freeIsFree() {
    assertThat(of("acme/lark-mini:free").worstCase(30000, 2000, NOON)).isEqualTo(Usd.ZERO);
    assertThat(of("acme/lark-mini:free").free()).isTrue();
  }

  private static Tokens tokens(long prompt, long completion, long cached, long written) {
    return new Tokens(prompt, completion, cached, written, 0, 0, 0, 0);
  }
}
