package io.innkeeper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.organisation.Organisation;
import io.innkeeper.secret.Secret;
import io.innkeeper.simulators.openrouter.OpenRouterSimulator;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Workspaces.Workspace;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingServer.Series;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that watchers read, on a running server after real calls against the stand-in. */
class MetricsPageTest {
  private static final String QUESTION = "Jak działa rozliczenie?";
  private static final String BODY =
      "{\"stream\":true,\"model\":\"acme/lark-mini\",\"max_tokens\":200,"
          + "\"messages\":[{\"role\":\"user\",\"content\":\""
          + QUESTION
          + "\"}]}";

  @TempDir private Path home;
  private final OpenRouterSimulator upstream = OpenRouterSimulator.start(0);
  private final HttpClient client = HttpClient.newHttpClient();
  private TestingServer inn;
  private Organisation owner;
  private Workspace workspace;

  @BeforeEach
  void open() {
    inn = TestingServer.on(home, "--innkeeper.openrouter.base-url=" + upstream.baseUrl());
    owner = inn.organisation("Klinika");
    inn.server()
        .rooms()
        .entrance()
        .organisations()
        .giveKey(
            owner.id(), Secret.of(OpenRouterSimulator.TEST_KEYS + "klinika"), TestingServer.BY);
    inn.server().rooms().money().prices().refresh();
    Tenant tenant = inn.open(owner, "Recepcja");
    workspace =
        inn.tenants().workspaces().all().stream()
            .filter(one -> one.id().equals(tenant.id()))
            .findFirst()
            .orElseThrow();
  }

  @AfterEach
  void close() {
    inn.close();
    upstream.close();
  }

  @Test
  void everyPromisedSeriesIsThereAndRight() throws Exception {
    await().until(() -> call(workspace.key()) == 200);
    upstream.next("no-usage");
    call(workspace.key());
    assertThat(call(Secret.of("ink-vk-unknown"))).isEqualTo(401);
    await().until(() -> page().get("innkeeper_ledger_added_lines_total") >= 1);
    Series page = page();

    assertThat(page.get("innkeeper_gateway_calls_total{outcome=\"settled\"}")).isEqualTo(1);
    assertThat(page.get("innkeeper_gateway_calls_total{outcome=\"unsettled\"}")).isEqualTo(1);
    assertThat(page.get("innkeeper_gateway_refusals_total{reason=\"key-unknown\"}"))
        .isGreaterThanOrEqualTo(1);
    assertThat(page.get("innkeeper_gateway_calls_in_flight")).isZero();
    assertThat(page.get("innkeeper_gateway_upstream_seconds_count")).isEqualTo(2);
    assertThat(page.get("innkeeper_gateway_upstream_seconds_sum")).isPositive();
    assertThat(page.get("innkeeper_gateway_first_byte_seconds_count")).isEqualTo(2);
    assertThat(page.get("innkeeper_gateway_added_seconds_count")).isEqualTo(2);
    assertThat(page.get("innkeeper_gateway_added_seconds_sum")).isPositive();
    assertThat(page.get("innkeeper_gateway_commit_seconds_count")).isPositive();

    assertThat(page.get("innkeeper_journal_waiting_records")).isZero();
    assertThat(page.get("innkeeper_journal_written_records_total")).isGreaterThanOrEqualTo(4);
    assertThat(page.get("innkeeper_journal_flush_seconds_count")).isGreaterThanOrEqualTo(2);
    assertThat(page.get("innkeeper_journal_flush_seconds_sum")).isPositive();
    assertThat(page.get("innkeeper_journal_writable")).isEqualTo(1);
    assertThat(page.get("innkeeper_drain_refused_records_total")).isZero();
    assertThat(page.get("innkeeper_ledger_writable")).isEqualTo(1);
    await().until(() -> page().get("innkeeper_drain_lag_seconds") == 0);
    await().until(() -> page().get("innkeeper_drain_behind_bytes") == 0);
    assertThat(page().get("innkeeper_drain_taken_records_total"))
        .isEqualTo(page().get("innkeeper_journal_written_records_total"));
    assertThat(page.get("innkeeper_prices_age_seconds")).isBetween(0.0, 600.0);
    assertThat(page.get("innkeeper_unsettled_calls")).isBetween(0.0, 1.0);
    assertThat(page.get("innkeeper_unsettled_oldest_seconds")).isGreaterThanOrEqualTo(0);

    assertThat(page.get("innkeeper_tenants{state=\"healthy\"}")).isEqualTo(1);
    assertThat(page.get("innkeeper_tenants{state=\"failed\"}")).isZero();
    assertThat(page.get("innkeeper_tenant_healthy{tenant=\"recepcja\"}")).isEqualTo(1);
    assertThat(page.get("innkeeper_jobs{kind=\"tenant.open\",state=\"finished\"}")).isEqualTo(1);
    assertThat(page.get("innkeeper_store_readable")).isEqualTo(1);
    assertThat(page.get("innkeeper_environment_sources{status=\"failed\"}")).isZero();
  }

  @Test
  void requestsAreCountedByTemplateNeverByPath() throws Exception {
    for (String path : List.of("/health/live", "/health/live", "/no/such/page/7f3a"))
      client.send(HttpRequest.newBuilder(inn.monitoring(path)).build(), BodyHandlers.discarding());
    Series page = page();
    assertThat(
            page.get(
                "innkeeper_http_requests_seconds_count"
                    + "{method=\"GET\",route=\"/health/live\",status=\"200\"}"))
        .isEqualTo(2);
    assertThat(
            page.get(
                "innkeeper_http_requests_seconds_count"
                    + "{method=\"any\",route=\"none\",status=\"404\"}"))
        .isEqualTo(1);
    assertThat(page.text()).doesNotContain("7f3a");
  }

  @Test
  void pageTellsNoSecretAndNoWordOfAPrompt() throws Exception {
    await().until(() -> call(workspace.key()) == 200);
    assertThat(page().text())
        .doesNotContain(QUESTION)
        .doesNotContain(workspace.key().unwrap())
        .doesNotContain(workspace.identity().unwrap())
        .doesNotContain("acme/lark-mini")
        .doesNotContain("klinika");
  }

  @Test
  void everySeriesOfOursSaysWhatItIs() throws Exception {
    List<String> named =
        page().text().lines().filter(line -> line.startsWith("# TYPE innkeeper_")).toList();
    assertThat(named).isNotEmpty();
    for (String type : named) {
      String name = type.split(" ")[2];
      assertThat(page().text()).containsPattern("# HELP " + name + " [A-Z].*\\.");
    }
  }

  private Series page() throws Exception {
    return inn.metrics();
  }

  private int call(Secret key) throws Exception {
    int port = inn.tenants().settings().gatewayPort();
    return client
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/chat/completions"))
                .header("authorization", "Bearer " + key.unwrap())
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(BODY, UTF_8))
                .build(),
            BodyHandlers.ofString(UTF_8))
        .statusCode();
  }
}
