package io.innkeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.store.Home;
import io.innkeeper.store.TestingPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A start in this process of which only that is kept what a kill at its nth step leaves: the files
 * as they are at that moment, of a database what is left when its clients are gone. What the start
 * does afterwards, when it notices that it can't go on, comes to nothing. A kill without the new
 * process, which costs most of it.
 */
final class AbandonedStart {
  private final Path home;
  private final String address;
  private String copy = "";

  private static final class Gone extends RuntimeException {}

  /**
   * @param address of a PostgreSQL database; empty when the store is in the home
   */
  private AbandonedStart(Path home, String address) {
    this.home = home;
    this.address = address;
  }

  /** Starts up to the step, and puts in the place of home and database what is left of them. */
  static void at(int step, List<String> flags, String address) throws IOException {
    var read = InnkeeperSettings.read(flags, Map.of());
    AbandonedStart start = new AbandonedStart(new Home(read.settings().home()).root(), address);
    AtomicInteger passed = new AtomicInteger();
    Consumer<String> passing =
        name -> {
          if (passed.incrementAndGet() == step) start.abandon();
        };
    assertThatThrownBy(() -> Server.start(read, Clock.systemUTC(), passing).close())
        .isInstanceOf(RuntimeException.class);
    assertThat(passed.get()).isGreaterThanOrEqualTo(step);
    start.replace();
  }

  private Path beside(String name) {
    return home.resolveSibling(home.getFileName() + name);
  }

  private void abandon() {
    // By a process of its own: SQLite's locks on a file end when its process closes it once.
    if (Files.exists(home)) run("cp", "-a", home.toString(), beside("-left").toString());
    if (!address.isEmpty()) copy = TestingPostgres.server().leftOf(address);
    throw new Gone();
  }

  private void replace() throws IOException {
    if (Files.exists(home)) Files.move(home, beside("-gone"));
    if (Files.exists(beside("-left"))) Files.move(beside("-left"), home);
    if (!address.isEmpty()) TestingPostgres.server().replace(address, copy);
  }

  private static void run(String... command) {
    try {
      assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
