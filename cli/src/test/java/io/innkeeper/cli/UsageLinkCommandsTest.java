package io.innkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.cli.TestingDesk.Said;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Read-only links as the command line makes and takes them back on the true server. */
class UsageLinkCommandsTest {
  @TempDir private static Path directory;
  private static TestingHouse house;
  private static TestingDesk desk;

  @BeforeAll
  static void open() {
    house = TestingHouse.in(directory);
    desk = house.admin();
    desk.done("org", "create", "Brzoza");
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void aLinkIsShownOnceListedAndTakenBack() {
    Said made = desk.done("usage", "link", "create", "brzoza", "Anna", "--days", "90");
    String url = made.out().lines().findFirst().orElseThrow();
    assertThat(url).matches("https://.+/shared/ink-view-[A-Za-z0-9_-]{54}");
    assertThat(desk.done("usage", "link", "list", "brzoza").out())
        .contains("Anna", "active")
        .doesNotContain(url.substring(url.length() - 40));
    String id = desk.done("usage", "link", "list", "brzoza", "-q").line();
    assertThat(desk.run("usage", "link", "revoke", "brzoza", id).code()).isEqualTo(12);
    assertThat(desk.done("usage", "link", "revoke", "brzoza", id, "--yes", id).out())
        .contains("opens nothing any more");
    assertThat(desk.done("usage", "link", "list", "brzoza", "-q").out()).isEmpty();
    assertThat(desk.done("usage", "link", "list", "brzoza", "--all").out()).contains("revoked");
  }

  @Test
  void wrongWordsMakeNoLink() {
    assertThat(desk.run("usage", "link", "create", "brzoza", "x", "--days", "400").code())
        .isEqualTo(3);
    assertThat(desk.run("usage", "link", "create", "nobody", "x").code()).isEqualTo(6);
    assertThat(desk.run("usage").code()).isEqualTo(2);
  }
}
