package io.innkeeper.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.simulators.openrouter.Charge;
import io.innkeeper.usage.CallSettled;
import io.innkeeper.usage.Unsettled;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The path of a call, before a stand-in whose own books are the truth. */
class GatewayTest {
  @TempDir private Path home;
  private TestingGateway gateway;

  @BeforeEach
  void open() {
    gateway = new TestingGateway(home);
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void anAnswerArrivesAndItsExactCostIsOnDiskBeforeItsEnd() {
    HttpResponse<String> answer = gateway.chat(TestingGateway.asking(false, "acme/lark-mini"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"usage\"");
    // No waiting: the answer was given out only after the flush.
    assertThat(gateway.settled()).hasSize(1);
    sameAsTheUpstreamCharged();
  }

  @Test
  void aStreamPassesAsItComesAndIsOnDiskBeforeItsEnd() {
    HttpResponse<String> answer = gateway.chat(TestingGateway.asking(true, "acme/lark-mini"));
    assertThat(answer.body()).contains("data: [DONE]").contains("\"finish_reason\":\"stop\"");
    assertThat(gateway.settled()).hasSize(1);
    sameAsTheUpstreamCharged();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "comments=5", "crlf", "no-space", "multi-line", "split=1", "split=7", "usage-alone",
        "usage-null", "usage-twice", "cost=8.1e-7", "byok", "byok=fee", "gzip", "flood=lines",
        "flood=pieces", "no-done", "no-header", "answered-by=acme/lark-large", "reasoning=3"
      })
  void theCostIsExactHoweverTheStreamIsWritten(String behaviour) {
    gateway.upstream.next(behaviour);
    HttpResponse<String> answer = gateway.chat(TestingGateway.asking(true, "acme/lark-mini"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).endsWith(end(behaviour));
    sameAsTheUpstreamCharged();
  }

  private static String end(String behaviour) {
    return switch (behaviour) {
      case "crlf" -> "[DONE]\r\n\r\n";
      default -> "[DONE]\n\n";
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"cost=8.1e-7", "byok", "gzip", "split=1", "no-header", "cached=1"})
  void theCostIsExactHoweverTheAnswerIsWritten(String behaviour) {
    gateway.upstream.next(behaviour);
    gateway.chat(TestingGateway.asking(false, "acme/lark-mini"));
    sameAsTheUpstreamCharged();
  }

  @Test
  void eventSplitAtEveryByte() {
    int cuts = 600;
    for (int cut = 1; cut < cuts; cut += 1) {
      gateway.upstream.next("split-at=" + cut);
      HttpResponse<String> answer = gateway.chat(TestingGateway.asking(true, "acme/lark-mini"));
      assertThat(answer.body()).as("cut at %d", cut).endsWith("data: [DONE]\n\n");
    }
    assertThat(gateway.settled()).hasSize(cuts - 1).allMatch(one -> one.charge().isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no-usage",
        "usage-number",
        "no-cost",
        "null-cost",
        "zero-usage",
        "byok,null-upstream",
        "byok=fee,null-upstream"
      })
  void whatHasNoCostIsUnsettledNeverZero(String behaviour) {
    for (boolean stream : new boolean[] {true, false}) {
      gateway.upstream.next(behaviour);
      gateway.chat(TestingGateway.asking(stream, "acme/lark-mini"));
    }
    assertThat(gateway.settled())
        .hasSize(2)
        .allMatch(
            one ->
                behaviour.equals("zero-usage")
                    ? one.unsettled().equals(Optional.of(Unsettled.ZERO_USAGE))
                    : one.unsettled().isPresent())
        .allMatch(one -> one.answer().generation().isPresent());
  }

  @Test
  void upstreamCutsMidStream() {
    gateway.upstream.next("cut-after=2");
    HttpResponse<String> answer = gateway.chat(TestingGateway.asking(true, "acme/lark-mini"));
    assertThat(answer.body())
        .contains("\"error\":{\"message\":\"The model's answer broke off.")
        .endsWith("data: [DONE]\n\n");
    assertThat(gateway.onlySettled().unsettled()).contains(Unsettled.UPSTREAM_CUT);
    assertThat(gateway.onlySettled().answer().generation()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "error-after=2",
        "error-after=0",
        "error-after=2,error-plain",
        "error-after=1,string-code"
      })
  void anErrorInAStreamReachesThePersonWithoutChoices(String behaviour) {
    gateway.upstream.next(behaviour);
    HttpResponse<String> answer = gateway.chat(TestingGateway.asking(true, "acme/lark-mini"));
    String last =
        answer.body().lines().filter(line -> line.contains("\"error\"")).toList().getLast();
    assertThat(last).doesNotContain("choices");
    assertThat(answer.body()).endsWith("data: [DONE]\n\n");
    assertThat(gateway.onlySettled().unsettled()).contains(Unsettled.ERROR_IN_ANSWER);
  }

  @Test
  void noAnswerAtAllIsUnsettled() {
    gateway.upstream.next("cut-before-headers");
    HttpResponse<String> answer = gateway.chat(TestingGateway.asking(false, "acme/lark-mini"));
    assertThat(answer.statusCode()).isEqualTo(504);
    assertThat(gateway.onlySettled().unsettled()).contains(Unsettled.NO_ANSWER);
  }

  private void sameAsTheUpstreamCharged() {
    CallSettled settled = gateway.onlySettled();
    Charge truth = gateway.upstream.charges().getLast();
    assertThat(settled.charge().orElseThrow().cost().decimal()).isEqualByComparingTo(truth.total());
    assertThat(settled.answer().generation()).contains(truth.generation());
    assertThat(settled.answer().model()).isEqualTo(truth.model());
  }
}
