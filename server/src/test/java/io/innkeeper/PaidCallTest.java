package io.innkeeper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.client.OrganisationChange;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.secret.Secret;
import io.innkeeper.simulators.openrouter.OpenRouterSimulator;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Workspaces.Workspace;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.usage.CallFilter;
import io.innkeeper.usage.LedgerEntry;
import io.innkeeper.usage.ListedCall;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A call from a tenant's key to the ledger, through the whole server. */
class PaidCallTest {
  private static final String BODY =
      "{\"stream\":true,\"model\":\"acme/lark-mini\",\"max_tokens\":200,"
          + "\"messages\":[{\"role\":\"user\",\"content\":\"Dzień dobry\"}]}";

  @TempDir private Path home;
  private final OpenRouterSimulator upstream = OpenRouterSimulator.start(0);
  private final HttpClient client = HttpClient.newHttpClient();
  private TestingServer inn;
  private Organisation owner;

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
  }

  @AfterEach
  void close() {
    inn.close();
    upstream.close();
  }

  @Test
  void whatTheUpstreamChargedStandsInTheLedger() throws Exception {
    Workspace workspace = workspace();
    await().until(() -> call(workspace).statusCode() == 200);
    await().until(() -> !calls().isEmpty());
    LedgerEntry.Generation line = lines().getFirst();
    assertThat(line.cost()).isEqualTo(Usd.of(upstream.charges().getLast().total()));
    assertThat(line.billed()).isEqualTo(line.cost().times(new BigDecimal("1.3")));
    assertThat(line.call().payer().tenant()).contains(workspace.id());
  }

  @Test
  void keyRevokedWithinASecond() throws Exception {
    Workspace workspace = workspace();
    await().until(() -> call(workspace).statusCode() == 200);
    inn.server().rooms().entrance().organisations().suspend(owner.id(), "unpaid", TestingServer.BY);
    CallingHouse.heard(inn);
    assertThat(call(workspace).statusCode()).isEqualTo(403);
    long before = upstream.requestCount();
    call(workspace);
    assertThat(upstream.requestCount()).isEqualTo(before);
  }

  @Test
  void anUnknownCostIsLookedUpAndSettledExactly() throws Exception {
    Workspace workspace = workspace();
    await().until(() -> call(workspace).statusCode() == 200);
    upstream.next("no-usage");
    call(workspace);
    await().atMost(Duration.ofMinutes(1)).until(() -> sum().equals(Usd.of(upstream.total())));
  }

  @Test
  void theBudgetOutlivesARestart() throws Exception {
    Workspace workspace = workspace();
    await().until(() -> call(workspace).statusCode() == 200);
    await().until(() -> !calls().isEmpty());
    BigDecimal spent = upstream.total();
    budget(spent.add(new BigDecimal("0.00001")));
    inn.restart();
    await().until(() -> call(workspace).statusCode() == 402);
    assertThat(call(workspace).body())
        .contains("Your organisation's budget for ")
        .contains("is used up. Ask your administrator to raise it.");
    assertThat(upstream.total()).isEqualByComparingTo(spent);
  }

  private void budget(BigDecimal amount) {
    var organisations = inn.server().rooms().entrance().organisations();
    Organisation now = organisations.get(owner.id());
    OrganisationChange change = new OrganisationChange(null, null, null, null, null, amount, null);
    organisations.change(now.id(), now.spec().changed(change), now.version(), TestingServer.BY);
  }

  private Workspace workspace() {
    Tenant tenant = inn.open(owner, "Recepcja");
    return inn.tenants().workspaces().all().stream()
        .filter(one -> one.id().equals(tenant.id()))
        .findFirst()
        .orElseThrow();
  }

  private HttpResponse<String> call(Workspace workspace) throws Exception {
    int port = inn.tenants().settings().gatewayPort();
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/chat/completions"))
            .header("authorization", "Bearer " + workspace.key().unwrap())
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(BODY, UTF_8))
            .build(),
        HttpResponse.BodyHandlers.ofString(UTF_8));
  }

  private Usd sum() {
    return lines().stream().map(LedgerEntry.Generation::cost).reduce(Usd.ZERO, Usd::plus);
  }

  private List<LedgerEntry.Generation> lines() {
    return calls().stream().flatMap(call -> call.generation().stream()).toList();
  }

  private List<ListedCall> calls() {
    return inn.server()
        .rooms()
        .money()
        .usage()
        .calls()
        .list(CallFilter.of(owner.id()), Optional.empty(), 50);
  }
}
