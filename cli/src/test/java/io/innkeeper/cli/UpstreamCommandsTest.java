package io.innkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.simulators.openrouter.OpenRouterSimulator;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys at the upstream as the command line shows and changes them on the true server. */
class UpstreamCommandsTest {
  @TempDir private static Path directory;
  private static OpenRouterSimulator upstream;
  private static TestingHouse house;
  private static TestingDesk desk;

  @BeforeAll
  static void open() {
    upstream = OpenRouterSimulator.start(0);
    house =
        TestingHouse.withEngine(directory, "--innkeeper.openrouter.base-url=" + upstream.baseUrl());
    desk = house.admin();
  }

  @AfterAll
  static void close() {
    house.close();
    upstream.close();
  }

  @Test
  void managementKeyMakesKeysThatAreShownRotatedAndListed() {
    desk.done("org", "create", "Brzoza", "--budget", "40");
    assertThat(desk.run("upstream", "list").err()).contains("There is no management key");
    assertThat(desk.done("upstream", "management-key", "show").out()).contains("Give one:");
    assertThat(desk.fed("sk-or-v1-nobody\n", "upstream", "management-key", "set").err())
        .contains("it does not know the key");
    assertThat(
            desk.fed(OpenRouterSimulator.MANAGEMENT_KEY + "\n", "upstream", "management-key", "set")
                .out())
        .isEqualTo(
            "The management key sk-or-v1-…d-in is kept. Organisations get their keys now.\n");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> desk.done("upstream", "show", "brzoza", "-q").line().equals("in-use"));
    assertThat(desk.done("upstream", "show", "brzoza").out())
        .contains("innkeeper/brzoza/", "USD 50 a month, UTC", "made")
        .doesNotContain(OpenRouterSimulator.MANAGEMENT_KEY);
    String before = desk.done("upstream", "list", "-q").line();
    assertThat(desk.done("upstream", "rotate", "brzoza", "--overlap", "0", "--wait").out())
        .contains("in-use", "retiring");
    assertThat(desk.run("upstream", "rotate", "brzoza", "--overlap", "9999").code()).isEqualTo(3);
    assertThat(desk.done("upstream", "list").out())
        .contains(before, "brzoza", "disabled", "enabled");
    assertThat(desk.done("upstream", "sync").out())
        .isEqualTo("Looked at all keys: 2 ours, 0 orphans, 0 of others.\n");
    assertThat(desk.done("upstream", "orphans").err()).contains("No orphans.");
    assertThat(desk.run("upstream", "delete-orphan", before, "--yes", "x").code()).isEqualTo(6);
    TestingDesk viewer = house.person("vera", "viewer");
    assertThat(viewer.run("upstream", "sync").code()).isEqualTo(5);
    assertThat(viewer.done("upstream", "show", "brzoza").code()).isZero();
  }
}
