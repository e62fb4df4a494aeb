package io.innkeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.budget.BudgetEvents;
import io.innkeeper.budget.Limit;
import io.innkeeper.budget.Scope;
import io.innkeeper.client.BudgetView;
import io.innkeeper.client.LimitsChange;
import io.innkeeper.client.NewKey;
import io.innkeeper.key.IssuedKey;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.CallerLimits;
import io.innkeeper.organisation.ModelPatterns;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.secret.Secret;
import io.innkeeper.testing.TestingServer;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules, limits and budgets on the real gateway, changed while it serves. */
class GovernedCallTest {
  @TempDir private Path home;
  private CallingHouse house;
  private IssuedKey issued;
  private Secret key;

  @BeforeEach
  void open() {
    house = new CallingHouse(home);
    issued = house.key("script");
    key = issued.value();
    await().until(() -> house.status(key) == 200);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aRowThatNobodyForesawEndsNoReading() {
    Organisation other = house.inn.organisation("Obca");
    zone(other, "Nowhere/Never");
    await().during(Duration.ofSeconds(1)).until(() -> house.status(key) == 200);
    zone(other, "Europe/Warsaw");
    house.rooms().gate().keys().revoke(house.owner.id(), issued.key().id(), TestingServer.BY);
    house.heard();
    assertThat(house.status(key)).isEqualTo(401);
  }

  private void zone(Organisation organisation, String zone) {
    house
        .rooms()
        .foundation()
        .database()
        .change(
            handle ->
                handle.execute(
                    "update organisations set time_zone = ?, version = version + 1 where id = ?",
                    zone,
                    organisation.id()));
  }

  @Test
  void aSecretThatDoesNotOpenIsTheTroubleOfItsOwnerAlone() {
    Organisation other = house.inn.organisation("Obca");
    house
        .rooms()
        .entrance()
        .organisations()
        .giveKey(other.id(), Secret.of("sk-or-v1-test-obca"), TestingServer.BY);
    house
        .rooms()
        .foundation()
        .database()
        .change(
            handle ->
                handle.execute(
                    "update organisations set upstream_key = 'torn', version = version + 1"
                        + " where id = ?",
                    other.id()));
    house.rooms().gate().keys().revoke(house.owner.id(), issued.key().id(), TestingServer.BY);
    house.heard();
    assertThat(house.status(key)).isEqualTo(401);
  }

  @Test
  void deniedModelIsNeitherCalledNorListedNorTakenInstead() {
    ModelPatterns deny = ModelPatterns.parse("deny", List.of("acme/lark-mini*"));
    house.rooms().gate().models().set(house.owner, ModelPatterns.NONE, deny, 0, TestingServer.BY);
    house.heard();
    assertThat(house.status(key)).isEqualTo(403);
    long before = house.upstream.requestCount();
    assertThat(house.call(key).body()).contains("does not use the model");
    assertThat(house.get(key, "/v1/models").body())
        .contains("nimbus/night-owl")
        .doesNotContain("lark-mini");
    HttpResponse<String> instead =
        house.post(
            key,
            "{\"model\":\"nimbus/night-owl\",\"models\":[\"nimbus/night-owl\", \"acme/lark-mini\"],"
                + "\"messages\":[]}");
    assertThat(instead.body()).contains("model-not-allowed");
    assertThat(house.post(key, "{\"model\":\"nimbus/night-owl\",\"models\":3}").body())
        .contains("models-unclear");
    assertThat(house.upstream.requestCount()).isEqualTo(before);
  }

  @Test
  void limitsOfTheHouseBindEveryKey() {
    limit(new LimitsChange(null, null, null, null, null, 100L, 2_000L), 0);
    house.heard();
    assertThat(house.call(key).body()).contains("answer-too-long");
    assertThat(house.call(key, CallingHouse.MODEL, 100).statusCode()).isEqualTo(200);
    String large = "{\"model\":\"acme/lark-mini\",\"user\":\"" + "x".repeat(2_000) + "\"}";
    assertThat(house.post(key, large).body()).contains("2000 bytes");
    limit(new LimitsChange(1L, null, null, null, null, null, null), 1);
    house.heard();
    assertThat(house.status(key)).isEqualTo(200);
    assertThat(house.status(key)).isEqualTo(429);
    assertThat(house.call(key).headers().firstValueAsLong("retry-after")).isPresent();
  }

  @Test
  void budgetRefusesOrLowersAndSaysSo() {
    Scope scope = Scope.key(house.owner.id(), issued.key().id());
    set(scope, "0.000001", false);
    house.heard();
    assertThat(house.status(key)).isEqualTo(402);
    assertThat(house.call(key).body()).contains("This key's budget for ");
    await().until(() -> view(scope).spent().signum() > 0);
    Usd spent = Usd.of(view(scope).spent());
    set(scope, spent.plus(Usd.parse("0.0001")).toString(), true);
    house.heard();
    assertThat(house.call(key, CallingHouse.MODEL, 100_000).statusCode()).isEqualTo(200);
    HttpResponse<String> lowered = house.call(key, CallingHouse.MODEL, 100_000);
    assertThat(lowered.headers().firstValueAsLong("x-innkeeper-max-tokens").orElseThrow())
        .isBetween(16L, 99_999L);
  }

  @Test
  void passedSharesAreWrittenOnceAndShown() {
    NewKey given = new NewKey("small", null, null, null, null, null, null, null, null);
    IssuedKey small = house.key(given);
    Scope scope = Scope.key(house.owner.id(), small.key().id());
    await().until(() -> house.status(small.value()) == 200);
    BigDecimal one = view(scope).spent();
    house
        .rooms()
        .money()
        .budgets()
        .budgets()
        .set(
            house.owner,
            scope,
            new Limit(Usd.of(one.multiply(new BigDecimal("2.4"))), false),
            0,
            TestingServer.BY);
    house.heard();
    house.call(small.value());
    await().until(() -> view(scope).passed().equals(List.of(50, 80)));
    house.inn.restart();
    await().until(() -> house.status(small.value()) == 200);
    await().until(() -> view(scope).passed().equals(List.of(50, 80, 100)));
    assertThat(view(scope).percent()).isGreaterThan(100);
    assertThat(events()).extracting(BudgetEvents.Event::percent).containsExactly(100, 80, 50);
  }

  private List<BudgetEvents.Event> events() {
    return house.rooms().money().budgets().events().of(house.owner.id(), Optional.empty(), 10);
  }

  private BudgetView view(Scope scope) {
    return house
        .rooms()
        .money()
        .budgets()
        .views(new SpenderNames(house.rooms()))
        .of(house.owner, scope);
  }

  private void set(Scope scope, String amount, boolean lowers) {
    var budgets = house.rooms().money().budgets().budgets();
    long seen = budgets.of(house.owner, scope).version();
    Limit limit = new Limit(Usd.parse(amount), true, lowers);
    budgets.set(house.owner, scope, limit, seen, TestingServer.BY);
  }

  private void limit(LimitsChange change, long seen) {
    house.rooms().gate().limits().set(house.owner, CallerLimits.of(change, seen), TestingServer.BY);
  }
}
