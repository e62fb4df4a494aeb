package io.innkeeper;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.money.Usd;
import io.innkeeper.usage.CallAnswer;
import io.innkeeper.usage.CallKind;
import io.innkeeper.usage.CallRequest;
import io.innkeeper.usage.CallSettled;
import io.innkeeper.usage.CallTimes;
import io.innkeeper.usage.Payer;
import io.innkeeper.usage.TestingPrices;
import io.innkeeper.usage.Tokens;
import io.innkeeper.usage.Unsettled;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PriceEstimateTest {
  private static final UUID SOME = new UUID(0, 7);
  private static final Usd HELD = Usd.parse("5");

  private final PriceEstimate estimate =
      new PriceEstimate((model, at) -> TestingPrices.list().find(model));

  private static CallSettled call(
      boolean stream, int status, String generation, long bytes, Tokens tokens) {
    return new CallSettled(
        SOME,
        new Payer(SOME, Optional.empty(), SOME, Optional.empty(), BigDecimal.ONE),
        new CallRequest(
            "req",
            "/v1/chat/completions",
            CallKind.CHAT,
            "acme/lark-mini",
            stream,
            "openrouter",
            "p",
            2_999),
        new CallAnswer(
            status, Optional.of(generation).filter(id -> !id.isEmpty()), "", "", "", bytes),
        new CallTimes(Instant.parse("2026-11-25T11:00:00Z"), 0, 0, 0, 0, 0, 0),
        HELD,
        tokens,
        Optional.empty(),
        Optional.of(Unsettled.UPSTREAM_CUT));
  }

  @Test
  void tokensToldAreReckoned() {
    assertThat(estimate.estimate(call(true, 200, "gen-1", 9_999, Tokens.of(1_000, 1_000))))
        .hasValue(Usd.parse("0.00075"));
  }

  @Test
  void aCutAnswerWithoutTokensIsReckonedByItsBytes() {
    assertThat(estimate.estimate(call(true, 200, "gen-1", 199_999, Tokens.NONE)))
        .hasValue(Usd.parse("0.00075"));
    assertThat(estimate.estimate(call(false, 200, "gen-1", 2_999, Tokens.NONE)))
        .hasValue(Usd.parse("0.00075"));
  }

  @Test
  void whatMayNotHaveRunOrWhoseAnswerIsNotKnownIsLeftToAPerson() {
    assertThat(estimate.estimate(call(true, 200, "", 2_999, Tokens.NONE))).isEmpty();
    assertThat(estimate.estimate(call(true, 200, "gen-1", 0, Tokens.NONE))).isEmpty();
    assertThat(estimate.estimate(call(false, 502, "gen-1", 2_999, Tokens.NONE))).isEmpty();
  }
}
