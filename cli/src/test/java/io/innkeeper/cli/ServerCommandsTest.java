package io.innkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The server itself on the command line; how it really restarts is the server's own test. */
class ServerCommandsTest {
  @TempDir private static Path directory;
  private static TestingHouse house;
  private static TestingDesk desk;

  @BeforeAll
  static void open() {
    house = TestingHouse.in(directory);
    desk = house.admin();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void theServerTellsWhatItTakesUp() {
    assertThat(desk.done("server", "measure").out())
        .contains("Store", "SQLite 3.", "Disk", "free of", "Docker", "restic");
    assertThat(desk.done("server", "show").out())
        .contains("Serves since", "Can restart itself  no");
    assertThat(desk.done("server", "show", "--json").json().at("/store/bytes").asLong())
        .isPositive();
  }

  @Test
  void theLogIsReadAndSearched() {
    LoggerFactory.getLogger(ServerCommandsTest.class).warn("the lamp flickers");

    assertThat(desk.done("server", "logs", "--level", "warn", "--search", "LAMP", "-n", "1").out())
        .contains("WARN  ServerCommandsTest the lamp flickers");
    assertThat(desk.done("server", "logs", "--all").out()).contains("Ready on port", "flickers");
    assertThat(desk.run("server", "logs", "--level", "loud").code()).isEqualTo(3);
  }

  @Test
  void restartIsConfirmedAndRefusedWithASentence() {
    assertThat(desk.run("server", "restart").code()).isEqualTo(12);
    TestingDesk.Said said = desk.run("server", "restart", "--yes", "restart");
    assertThat(said.code()).isEqualTo(7);
    assertThat(said.err()).contains("can't start itself again");
  }
}
