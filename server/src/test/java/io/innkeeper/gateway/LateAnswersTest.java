package io.innkeeper.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.budget.BudgetBook;
import io.innkeeper.budget.Limits;
import io.innkeeper.budget.Scope;
import io.innkeeper.budget.Standing;
import io.innkeeper.testing.TestingClock;
import io.innkeeper.usage.CallSettled;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes late: another month, and an upstream's refusal. */
class LateAnswersTest {
  private static final Scope HOUSE = Scope.organisation(TestingGateway.HOUSE);

  /** A second before November in Warsaw. */
  private static final Instant OCTOBER = Instant.parse("2026-10-31T22:59:59Z");

  private static final Instant NOVEMBER = OCTOBER.plusSeconds(1);

  @TempDir private Path home;
  private final TestingClock clock = new TestingClock(OCTOBER);
  private final BudgetBook budgets = new BudgetBook((scope, month, percent, spent, limit) -> {});
  private TestingGateway gateway;

  @BeforeEach
  void open() {
    ZoneId warsaw = ZoneId.of("Europe/Warsaw");
    budgets.replace(new Limits(Map.of(), Map.of(TestingGateway.HOUSE, warsaw)));
    gateway = new TestingGateway(home, TestingGateway.settings(), budgets, clock);
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void aCallCountsInTheMonthOfItsArrival() {
    gateway.upstream.next("first-byte=1500");
    CompletableFuture<HttpResponse<String>> call =
        CompletableFuture.supplyAsync(
            () -> gateway.chat(TestingGateway.asking(true, "acme/lark-mini")));
    await().until(() -> gateway.upstream.requestCount() == 1);
    clock.pass(Duration.ofSeconds(1));
    assertThat(call.join().statusCode()).isEqualTo(200);
    CallSettled settled = gateway.onlySettled();
    assertThat(settled.times().arrived()).isEqualTo(OCTOBER);
    assertThat(standing(OCTOBER).spent()).isEqualTo(settled.charge().orElseThrow().cost());
    assertThat(standing(OCTOBER).reserved().isZero()).isTrue();
    assertThat(standing(NOVEMBER).spent().isZero()).isTrue();
    assertThat(standing(NOVEMBER).reserved().isZero()).isTrue();
  }

  @Test
  void aRefusalThatComesLateIsFreeAndSaysWhy() {
    gateway.upstream.next("first-byte=1500,error=key-short");
    HttpResponse<String> answer = gateway.chat(TestingGateway.asking(true, "acme/lark-mini"));
    assertThat(answer.statusCode()).isEqualTo(402);
    assertThat(answer.body()).contains("upstream-answer-too-long").doesNotContain("openrouter.ai");
    CallSettled settled = gateway.onlySettled();
    assertThat(settled.charge().orElseThrow().cost().isZero()).isTrue();
    assertThat(standing(OCTOBER).reserved().isZero()).isTrue();
    assertThat(gateway.upstream.charges()).isEmpty();
  }

  private Standing standing(Instant at) {
    return budgets.standing(HOUSE, at);
  }
}
