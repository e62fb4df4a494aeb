package io.innkeeper.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.innkeeper.fault.Fault;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootstrapTest {
  @TempDir Path directory;

  private Home home() {
    return new Home(directory.resolve("home"));
  }

  private Bootstrap on(Optional<String> url) {
    StoreSettings settings = new StoreSettings(url.map(PostgresAddress::parse));
    return new Bootstrap(home(), settings, step -> {});
  }

  private Fault refused() {
    return catchThrowableOfType(Fault.class, () -> on(Optional.empty()).prepare(List.of()).close());
  }

  private void preparedOnce() {
    on(Optional.empty()).prepare(List.of()).close();
  }

  @StoreTest(migrated = false)
  void stepsRunOnTheFinishedSchemaInTheirOrder(TestingStore store) {
    Optional<String> url =
        store.dialect() == Dialect.SQLITE ? Optional.empty() : Optional.of(store.address());
    List<String> taken = new ArrayList<>();
    on(url)
        .prepare(
            List.of(
                new StartStep("one", database -> taken.add("one, leases " + leases(database))),
                new StartStep("two", database -> taken.add("two"))))
        .close();
    assertThat(taken).containsExactly("one, leases 0", "two");
  }

  @Test
  void storeIsReadableByItsOwnerOnly() throws IOException {
    preparedOnce();
    assertThat(mode(home().root())).isEqualTo("rwx------");
    assertThat(mode(home().sqliteFile())).isEqualTo("rw-------");
  }

  @Test
  void damagedDatabaseIsNamedAndUntouched() throws IOException {
    preparedOnce();
    try (RandomAccessFile file = new RandomAccessFile(home().sqliteFile().toFile(), "rw")) {
      for (int at = 5000; at < file.length(); at += 1000) {
        file.seek(at);
        file.write("garbage".getBytes(UTF_8));
      }
    }
    Map<String, String> before = content();
    Fault fault = refused();
    assertThat(fault.code()).isEqualTo("store-damaged");
    assertThat(fault.said())
        .contains(home().sqliteFile().toString())
        .contains("nothing was changed");
    assertThat(content()).isEqualTo(before);
  }

  @Test
  void whatIsNoDatabaseIsNamedAndUntouched() throws IOException {
    preparedOnce();
    Files.writeString(home().sqliteFile(), "my diary");
    Map<String, String> before = content();
    assertThat(refused().code()).isEqualTo("store-damaged");
    assertThat(content()).isEqualTo(before);
  }

  @Test
  void truncatedDatabaseIsNamedAndUntouched() throws IOException {
    preparedOnce();
    try (RandomAccessFile file = new RandomAccessFile(home().sqliteFile().toFile(), "rw")) {
      file.setLength(file.length() - 6000);
    }
    Map<String, String> before = content();
    assertThat(refused().code()).isEqualTo("store-damaged");
    assertThat(content()).isEqualTo(before);
  }

  @Test
  void unreachablePostgresIsOneSentence() {
    Fault fault =
        catchThrowableOfType(
            Fault.class,
            () -> on(Optional.of("postgresql://ink:hush@127.0.0.1:1/inn")).prepare(List.of()));
    assertThat(fault.said())
        .isEqualTo(
            "Tried to open the store postgresql://ink@127.0.0.1:1/inn but no database answers there.");
  }

  @Test
  void homeThatIsAFileIsRefused() throws IOException {
    Files.writeString(home().root(), "not a directory");
    assertThat(refused().code()).isEqualTo("home-not-writable");
    assertThat(home().root()).hasContent("not a directory");
  }

  @Test
  void secondStartWaitsForTheFirst() throws Exception {
    preparedOnce();
    StartLock first = StartLock.beside(home().sqliteFile(), java.time.Duration.ofSeconds(1));
    Fault fault =
        catchThrowableOfType(
            Fault.class,
            () -> StartLock.beside(home().sqliteFile(), java.time.Duration.ofMillis(120)));
    assertThat(fault.code()).isEqualTo("start-lock-held");
    first.close();
    StartLock.beside(home().sqliteFile(), java.time.Duration.ofSeconds(1)).close();
  }

  private static int leases(Database database) {
    return database.read(
        handle -> handle.createQuery("select count(*) from lease").mapTo(Integer.class).one());
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  /** Every file of the store directory and what is in it. */
  private Map<String, String> content() throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.list(home().storeDirectory())) {
      for (Path file : files.toList())
        content.put(
            file.getFileName().toString(),
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
    }
    return content;
  }
}
