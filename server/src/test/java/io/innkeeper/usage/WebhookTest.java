package io.innkeeper.usage;

import static io.innkeeper.caller.Role.ADMIN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.client.ProblemException;
import io.innkeeper.client.WebhookRotation;
import io.innkeeper.client.WebhookSecretView;
import io.innkeeper.money.Usd;
import io.innkeeper.secret.Secret;
import io.innkeeper.usage.webhook.WebhookResource;
import io.innkeeper.usage.webhook.WebhookSignature;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of usage by other programs. */
class WebhookTest {
  private static final String SECRETS = "/organisations/brzoza/webhook-secret";

  @TempDir Path home;
  private TrackingHouse house;

  @BeforeEach
  void open() {
    house = new TrackingHouse(home);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aSignedReportIsInTheLedgerBeforeItIsAnswered() throws Exception {
    Secret secret = made();
    HttpResponse<String> answer = send(secret, report("r-1", "0.25"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"status\":\"success\",\"message\":\"Usage recorded\"}");
    assertThat(total()).isEqualTo(Usd.parse("0.25"));
    assertThat(house.books.texts("select user_id from ledger")).containsExactly("anna");
    assertThat(house.books.texts("select day from ledger")).containsExactly("2026-11-25");
    assertThat(house.books.check().whole()).isTrue();
  }

  @Test
  void aReportThatComesTwiceCountsOnce() throws Exception {
    Secret secret = made();
    send(secret, report("r-1", "0.25"));
    house.books.clock.pass(Duration.ofHours(3));
    HttpResponse<String> again = send(secret, report("r-1", "0.25"));
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).contains("Duplicate request ignored");
    HttpResponse<String> other = send(secret, report("r-1", "0.26"));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body()).contains("request-id-reused");
    assertThat(total()).isEqualTo(Usd.parse("0.25"));
  }

  @Test
  void manyAtOnceCountOnce() throws Exception {
    Secret secret = made();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<HttpResponse<String>>> same =
          Stream.<Callable<HttpResponse<String>>>generate(
                  () -> () -> send(secret, report("r-1", "0.25")))
              .limit(16)
              .toList();
      for (Future<HttpResponse<String>> each : threads.invokeAll(same))
        assertThat(each.get().statusCode()).isEqualTo(200);
    }
    assertThat(house.books.number("select count(*) from ledger")).isOne();
    assertThat(house.books.number("select count(*) from ledger_conflicts")).isZero();
  }

  @Test
  void manyDifferentOnesAtOnceAllCount() throws Exception {
    Secret secret = made();
    List<Callable<HttpResponse<String>>> reports = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      String id = "r-" + i;
      reports.add(() -> send(secret, report(id, "0.01")));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<HttpResponse<String>> each : threads.invokeAll(reports))
        assertThat(each.get().statusCode()).isEqualTo(200);
    }
    assertThat(house.books.number("select sum(cost_pico) from usage_day"))
        .isEqualTo(Usd.parse("0.24").pico());
    assertThat(house.books.check().whole()).isTrue();
  }

  @Test
  void whatIsNotSignedChangesNothing() throws Exception {
    Secret secret = made();
    String body = report("r-1", "0.25");
    long now = house.books.clock.instant().getEpochSecond();
    String right = WebhookSignature.of(secret, now, body.getBytes(UTF_8));
    assertThat(send("brzoza", now, right, body.replace("0.25", "9")).statusCode()).isEqualTo(401);
    assertThat(send("brzoza", now + 1, right, body).statusCode()).isEqualTo(401);
    assertThat(send("nobody", now, right, body).statusCode()).isEqualTo(401);
    assertThat(send("brzoza", now, "", body).body()).contains("\"code\":\"signature\"");
    String stranger = WebhookSignature.of(Secret.of("ink-wh-x"), now, body.getBytes(UTF_8));
    assertThat(send("brzoza", now, stranger, body).statusCode()).isEqualTo(401);
    assertThat(house.books.number("select count(*) from ledger")).isZero();
  }

  @Test
  void aRecordedReportIsOfNoUseAfterFiveMinutes() throws Exception {
    Secret secret = made();
    String body = report("r-1", "0.25");
    long then = house.books.clock.instant().getEpochSecond();
    String signature = WebhookSignature.of(secret, then, body.getBytes(UTF_8));
    house.books.clock.pass(Duration.ofSeconds(301));
    HttpResponse<String> late = send("brzoza", then, signature, body);
    assertThat(late.statusCode()).isEqualTo(401);
    assertThat(late.body()).contains("signature-stale");
    house.books.clock.pass(Duration.ofSeconds(-602));
    assertThat(send("brzoza", then, signature, body).statusCode()).isEqualTo(401);
  }

  @Test
  void aKeyInTheBodyIsRefused() throws Exception {
    Secret secret = made();
    String body = report("r-1", "0.25").replace("{", "{\"api_key\":\"sk-or-v1-abc\",");
    HttpResponse<String> answer = send(secret, body);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("key-in-body").doesNotContain("abc");
    assertThat(total()).isEqualTo(Usd.ZERO);
  }

  @Test
  void whatCanNotBeBookedIsASentence() throws Exception {
    Secret secret = made();
    for (String bad :
        List.of(
            report("", "0.25"),
            report("r-1", "-1"),
            report("r-1", "1e-13"),
            report("r-1", "1e999999"),
            report("r-1", "0.25").replace("\"tokens_used\":30", "\"tokens_used\":0"),
            report("r-1", "0.25").replace("2026-11-25T10:59:00Z", "2026-11-24T10:59:00Z"),
            report("r-1", "0.25").replace("2026-11-25T10:59:00Z", "2026-11-25T11:06:00Z"),
            report("r-1", "0.25").replace("2026-11-25T10:59:00Z", "yesterday"))) {
      assertThat(send(secret, bad).statusCode()).as(bad).isEqualTo(422);
    }
    assertThat(house.books.number("select count(*) from ledger")).isZero();
  }

  @Test
  void aRotatedSecretCountsForItsOverlapAndARevokedOneNoMore() throws Exception {
    Secret first = made();
    Secret second = value(house.as(ADMIN).post(SECRETS + "/rotation", new WebhookRotation(10L)));
    assertThat(send(first, report("r-1", "0.1")).statusCode()).isEqualTo(200);
    assertThat(send(second, report("r-2", "0.1")).statusCode()).isEqualTo(200);
    house.books.clock.pass(Duration.ofMinutes(11));
    assertThat(send(first, report("r-3", "0.1")).statusCode()).isEqualTo(401);
    assertThat(send(second, report("r-3", "0.1")).statusCode()).isEqualTo(200);
    house.as(ADMIN).delete(SECRETS);
    assertThat(send(second, report("r-4", "0.1")).statusCode()).isEqualTo(401);
  }

  @Test
  void aSecretIsShownOnceToAdminsAndKeptSealed() {
    Secret secret = made();
    assertThat(house.as(ADMIN).get(SECRETS).json().toString())
        .contains("ink-wh-…")
        .doesNotContain(secret.unwrap());
    assertThat(house.books.texts("select sealed from webhook_secrets").getFirst())
        .doesNotContain(secret.unwrap());
    assertThat(house.books.texts("select verb from audit_lines")).contains("webhook.create");
    assertThatThrownBy(() -> house.as(ADMIN).post(SECRETS, null))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("has a webhook secret");
    TrackingHouse.allBut(ADMIN)
        .forEach(
            role ->
                assertThatThrownBy(() -> house.as(role).delete(SECRETS))
                    .isInstanceOf(ProblemException.class));
  }

  private Secret made() {
    return value(house.as(ADMIN).post(SECRETS, null));
  }

  private static Secret value(io.innkeeper.client.Answer answer) {
    return Secret.of(Objects.requireNonNull(answer.as(WebhookSecretView.class).value()));
  }

  private Usd total() {
    return new Usd(house.books.number("select coalesce(sum(cost_pico), 0) from ledger"));
  }

  private static String report(String id, String cost) {
    return """
        {"user_id":"anna","model":"acme/lark","tokens_used":30,"cost":%s,\
        "timestamp":"2026-11-25T10:59:00Z","request_id":"%s"}"""
        .formatted(cost, id);
  }

  private HttpResponse<String> send(Secret secret, String body) throws Exception {
    long now = house.books.clock.instant().getEpochSecond();
    return send("brzoza", now, WebhookSignature.of(secret, now, body.getBytes(UTF_8)), body);
  }

  private HttpResponse<String> send(String organisation, long at, String signature, String body)
      throws Exception {
    return house.door.send(
        HttpRequest.newBuilder(house.door.address(WebhookResource.PLACE))
            .header("Content-Type", "application/json")
            .header(WebhookResource.ORGANISATION, organisation)
            .header(WebhookResource.TIMESTAMP, Long.toString(at))
            .header(WebhookResource.SIGNATURE, signature)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }
}
