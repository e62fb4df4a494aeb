package io.innkeeper.variable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class VariableStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-29T18:00:00Z");
  private static final Layer ORG = Layer.organisation(new UUID(0, 7));
  private static final UUID TENANT = new UUID(0, 8);
  private static final UUID CHANGE = new UUID(0, 9);

  @TempDir Path home;
  private Database database;
  private VariableStore store;

  @BeforeEach
  void open(Database given) {
    database = given;
    store = new VariableStore(SecretBox.open(home.resolve("master.key")));
  }

  private void put(Layer layer, String name, String value) {
    database.change(handle -> store.put(handle, layer, name, value, NOW, "anna"));
  }

  private List<String> values(Layer layer) {
    return database.read(handle -> store.of(handle, layer)).stream()
        .map(one -> one.name() + "=" + one.value())
        .toList();
  }

  private List<Map<String, Object>> rows() {
    return database.read(handle -> handle.select("SELECT * FROM variables").mapToMap().list());
  }

  @StoreTest
  void secretsAreSealedToTheirRowAndReadNowhereElse() {
    put(ORG, "TAVILY_API_KEY", "tvly-s3cret");
    put(ORG, "DEFAULT_LOCALE", "pl-PL");
    assertThat(values(ORG)).containsExactly("DEFAULT_LOCALE=pl-PL", "TAVILY_API_KEY=tvly-s3cret");
    assertThat(rows().toString()).contains("pl-PL").doesNotContain("s3cret");
    database.change(
        handle -> handle.execute("UPDATE variables SET layer = 'server' WHERE sealed IS NOT NULL"));
    assertThatThrownBy(() -> values(Layer.SERVER)).hasMessageContaining("another place");
  }

  @StoreTest
  void whatWasNotKnownToBeASecretIsSealedAndHiddenLater() {
    put(ORG, "DEFAULT_LOCALE", "pl-PL");
    database.change(
        handle -> {
          handle.execute(
              """
              INSERT INTO variables (layer, name, plain, changed_at, changed_by)
              VALUES (?, 'WEBHOOK_URL', 'https://hooks.example/s3cret', 0, 'anna')
              """,
              ORG.key());
          store.keepBefore(handle, CHANGE, ORG, "WEBHOOK_URL");
          store.await(handle, CHANGE, TENANT);
          handle.execute(
              """
              INSERT INTO variable_readings (tenant_id, held, read_at, version, lines)
              VALUES (?, '', 0, '0.12.4', ?)
              """,
              TENANT.toString(),
              """
              [{"name":"WEBHOOK_URL","wanted":"","used":"https://hooks.example/s3cret","state":"in-the-app"},
              {"name":"DEFAULT_LOCALE","wanted":"pl-PL","used":"pl-PL","state":"same"}]
              """);
          for (int twice = 0; twice < 2; twice++) {
            store.sealLate(handle);
            Readings.hideLate(handle);
          }
        });
    assertThat(rows().toString()).contains("pl-PL").doesNotContain("s3cret");
    assertThat(values(ORG))
        .containsExactly("DEFAULT_LOCALE=pl-PL", "WEBHOOK_URL=https://hooks.example/s3cret");
    assertThat(before()).containsEntry("WEBHOOK_URL", Optional.of("https://hooks.example/s3cret"));
    assertThat(readings()).contains("pl-PL", "\"used\":\"set\"").doesNotContain("s3cret");
  }

  private String readings() {
    return database.read(
        handle ->
            handle.createQuery("SELECT lines FROM variable_readings").mapTo(String.class).one());
  }

  @StoreTest
  void aTenantLivesWithWhatWasBeforeUntilItsTurn() {
    put(ORG, "A", "old");
    put(ORG, "TAVILY_API_KEY", "first");
    database.change(
        handle -> {
          for (String name : List.of("A", "B", "TAVILY_API_KEY"))
            store.keepBefore(handle, CHANGE, ORG, name);
          store.put(handle, ORG, "A", "new", NOW, "anna");
          store.put(handle, ORG, "B", "added", NOW, "anna");
          store.remove(handle, ORG, "TAVILY_API_KEY");
          store.await(handle, CHANGE, TENANT);
        });
    assertThat(before())
        .containsOnly(
            Map.entry("A", Optional.of("old")),
            Map.entry("B", Optional.empty()),
            Map.entry("TAVILY_API_KEY", Optional.of("first")));
    database.change(handle -> store.follow(handle, CHANGE, TENANT));
    assertThat(before()).isEmpty();
    database.change(handle -> store.await(handle, CHANGE, TENANT));
    assertThat(before()).hasSize(3);
  }

  @StoreTest
  void takenBackIsAsBeforeAndOnce() {
    put(ORG, "A", "old");
    put(ORG, "TAVILY_API_KEY", "first");
    database.change(
        handle -> {
          for (String name : List.of("A", "B", "TAVILY_API_KEY"))
            store.keepBefore(handle, CHANGE, ORG, name);
          store.put(handle, ORG, "A", "new", NOW, "anna");
          store.put(handle, ORG, "B", "added", NOW, "anna");
          store.put(handle, ORG, "TAVILY_API_KEY", "second", NOW, "anna");
          store.advance(handle, ORG);
        });
    for (int twice = 0; twice < 2; twice++)
      database.change(handle -> store.takeBack(handle, CHANGE, ORG, NOW, "innkeeper"));
    assertThat(values(ORG)).containsExactly("A=old", "TAVILY_API_KEY=first");
    assertThat(database.<Long, RuntimeException>read(handle -> store.version(handle, ORG)))
        .isEqualTo(2);
  }

  private Map<String, Optional<String>> before() {
    return database.read(handle -> store.before(handle, ORG, TENANT));
  }
}
