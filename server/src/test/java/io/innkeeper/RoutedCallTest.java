package io.innkeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.money.Usd;
import io.innkeeper.organisation.ModelPatterns;
import io.innkeeper.route.Flavour;
import io.innkeeper.route.ModelRoute;
import io.innkeeper.secret.Secret;
import io.innkeeper.simulators.openrouter.OpenRouterSimulator;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.usage.CallFilter;
import io.innkeeper.usage.LedgerEntry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some models' calls go to a second upstream. */
class RoutedCallTest {
  @TempDir private Path home;
  private final OpenRouterSimulator second = OpenRouterSimulator.start(0);
  private CallingHouse house;
  private Secret key;

  @BeforeEach
  void open() {
    house = new CallingHouse(home);
    key = house.key("script").value();
    await().until(() -> house.status(key) == 200);
  }

  @AfterEach
  void close() {
    house.close();
    second.close();
  }

  private ModelRoute route(Flavour flavour) {
    URI base = URI.create(second.baseUrl());
    ModelRoute.Target target = new ModelRoute.Target("second", base, flavour);
    Secret own = Secret.of(OpenRouterSimulator.TEST_KEYS + "second");
    return house
        .rooms()
        .gate()
        .routes()
        .create(house.owner, "nimbus/", target, own, TestingServer.BY);
  }

  @Test
  void modelsGoWhereTheLongestPrefixSaysAndBack() {
    ModelRoute route = route(Flavour.COMPATIBLE);
    house.heard();
    house.call(key, "nimbus/night-owl", 20);
    assertThat(second.requestCount()).isPositive();
    assertThat(second.requests().getLast().text()).contains("\"include_usage\":true");
    assertThat(house.upstream.requests().getLast().text()).doesNotContain("stream_options");
    long before = second.requestCount();
    house.call(key);
    assertThat(second.requestCount()).isEqualTo(before);
    house.rooms().gate().routes().remove(house.owner, route.id(), TestingServer.BY);
    long first = house.upstream.requestCount();
    house.heard();
    house.call(key, "nimbus/night-owl", 20);
    assertThat(house.upstream.requestCount()).isGreaterThan(first);
  }

  @Test
  void modelsOfARouteAreListedByTheNamesThatAreAllowed() {
    route(Flavour.COMPATIBLE);
    ModelPatterns allow =
        ModelPatterns.parse(
            "allow", List.of("nimbus/own-model", "nimbus/night-owl", "acme/*", "other/unrouted"));
    house.rooms().gate().models().set(house.owner, allow, ModelPatterns.NONE, 0, TestingServer.BY);
    house.heard();
    assertThat(house.get(key, "/v1/models").body()).contains("\"nimbus/own-model\"");
    assertThat(house.get(key, "/v1/models").body())
        .containsOnlyOnce("\"id\":\"nimbus/night-owl\"")
        .contains("\"owned_by\":\"second\"")
        .doesNotContain("other/unrouted");
    assertThat(house.get(key, "/v1/models/nimbus/own-model").body()).doesNotContain("pricing");
    assertThat(house.call(key, "nimbus/own-model", 20).statusCode()).isNotEqualTo(403);
  }

  @Test
  void aCostNobodyTellsIsReckonedByThePriceList() {
    route(Flavour.OPENAI);
    house.heard();
    second.next("no-cost");
    house.call(key, "nimbus/night-owl", 20);
    assertThat(second.requestCount()).isPositive();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> lines().stream().anyMatch(line -> line.state() == LedgerEntry.State.ESTIMATED));
    LedgerEntry.Generation line =
        lines().stream()
            .filter(one -> one.state() == LedgerEntry.State.ESTIMATED)
            .findFirst()
            .orElseThrow();
    assertThat(line.call().request().upstream()).isEqualTo("second");
    assertThat(line.cost()).isEqualTo(Usd.of(second.charges().getFirst().total()));
  }

  @Test
  void anUpstreamsKeyIsSealedAndNeverShown() {
    route(Flavour.COMPATIBLE);
    List<String> stored =
        house
            .rooms()
            .foundation()
            .database()
            .read(h -> h.createQuery("SELECT sealed_key FROM routes").mapTo(String.class).list());
    assertThat(stored).noneMatch(text -> text.contains("second"));
    assertThat(
            house
                .rooms()
                .foundation()
                .audit()
                .lines(io.innkeeper.audit.AuditFilter.ALL, Optional.empty(), 50)
                .toString())
        .contains("route.create")
        .doesNotContain(OpenRouterSimulator.TEST_KEYS + "second");
  }

  private List<LedgerEntry.Generation> lines() {
    return house
        .rooms()
        .money()
        .usage()
        .calls()
        .list(CallFilter.of(house.owner.id()), Optional.empty(), 50)
        .stream()
        .flatMap(call -> call.generation().stream())
        .toList();
  }
}
