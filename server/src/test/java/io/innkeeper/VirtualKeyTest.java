package io.innkeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.client.NewKey;
import io.innkeeper.key.IssuedKey;
import io.innkeeper.secret.Secret;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Workspaces.Workspace;
import io.innkeeper.testing.TestingClock;
import io.innkeeper.testing.TestingServer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Virtual keys on the real gateway, changed while it serves. */
class VirtualKeyTest {
  @TempDir private Path home;
  private final TestingClock clock = new TestingClock(Instant.now());
  private CallingHouse house;

  @BeforeEach
  void open() {
    house = new CallingHouse(home, clock);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void keyIsServedRotatedAndRevokedWithinASecond() {
    IssuedKey first = house.key("script");
    house.heard();
    assertThat(house.status(first.value())).isEqualTo(200);
    IssuedKey second =
        house
            .rooms()
            .gate()
            .keys()
            .rotate(house.owner.id(), first.key().id(), Duration.ofHours(1), TestingServer.BY);
    house.heard();
    assertThat(house.status(second.value())).isEqualTo(200);
    assertThat(house.status(first.value())).isEqualTo(200);
    clock.pass(Duration.ofHours(1));
    assertThat(house.status(first.value())).isEqualTo(401);
    house.rooms().gate().keys().revoke(house.owner.id(), first.key().id(), TestingServer.BY);
    house.heard();
    assertThat(house.status(second.value())).isEqualTo(401);
    long before = house.upstream.requestCount();
    assertThat(house.call(second.value()).body()).contains("has been revoked");
    assertThat(house.upstream.requestCount()).isEqualTo(before);
  }

  @Test
  void twoLooksFitIntoASecond() {
    assertThat(GatewayDirectory.EVERY.multipliedBy(2)).isLessThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void keyKeepsToItsModelsAndItsBudget() {
    NewKey given =
        new NewKey(
            "small",
            null,
            null,
            null,
            null,
            null,
            new BigDecimal("0.000001"),
            List.of("acme/lark*"),
            null);
    Secret key = house.key(given).value();
    house.heard();
    assertThat(house.status(key)).isEqualTo(402);
    assertThat(house.call(key, "acme/wren", 5).statusCode()).isEqualTo(403);
    assertThat(house.get(key, "/v1/models").body()).contains("acme/lark").doesNotContain("nimbus/");
    assertThat(house.upstream.charges()).isEmpty();
  }

  @Test
  void workspaceKeepsWorkingWhileItsKeyIsRotated() {
    Tenant tenant = house.inn.open(house.owner, "Recepcja");
    Workspace before = workspace(tenant);
    await().until(() -> house.status(before.key()) == 200);
    TenantKeys keys = new TenantKeys(house.inn.tenants());
    var job = keys.rotate(tenant.id(), Duration.ZERO, TestingServer.BY).orElseThrow();
    assertThat(house.status(before.key())).isEqualTo(200);
    assertThat(house.inn.ended(job).state().word()).isEqualTo("finished");
    Secret now = workspace(tenant).key();
    assertThat(now).isNotEqualTo(before.key());
    assertThat(house.inn.state(tenant).orElseThrow().actual().environment())
        .containsEntry("OPENAI_API_KEY", now.unwrap());
    house.heard();
    assertThat(house.status(before.key())).isEqualTo(401);
    assertThat(house.status(now)).isEqualTo(200);
  }

  private Workspace workspace(Tenant tenant) {
    return house.inn.tenants().workspaces().all().stream()
        .filter(one -> one.id().equals(tenant.id()))
        .findFirst()
        .orElseThrow();
  }
}
