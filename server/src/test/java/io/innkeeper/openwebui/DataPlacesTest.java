package io.innkeeper.openwebui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DataPlacesTest {
  private static final Map<String, String> WRZOS =
      Map.of("DATABASE_URL", "postgresql://wrzos:one@db.example/chat");

  @Test
  void aDatabaseIsKnownWhoeverSignsIn() {
    for (String same :
        List.of(
            "postgres://brzoza:p%40ss@DB.example:5432/chat",
            "postgresql+psycopg2://wrzos@db.example/chat?sslmode=require&user=a@b"))
      assertThat(DataPlaces.shared(Map.of("DATABASE_URL", same), WRZOS)).contains("DATABASE_URL");
    assertThat(DataPlaces.shared(Map.of("PGVECTOR_DB_URL", "postgresql://db.example/chat"), WRZOS))
        .contains("PGVECTOR_DB_URL");
  }

  @Test
  void anotherDatabaseSchemaOrAFileIsNot() {
    for (String other :
        List.of(
            "postgresql://db.example/other",
            "postgresql://db.example:5433/chat",
            "sqlite:////app/backend/data/chat.db"))
      assertThat(DataPlaces.shared(Map.of("DATABASE_URL", other), WRZOS)).isEmpty();
    assertThat(
            DataPlaces.shared(
                Map.of("DATABASE_URL", "postgresql://db.example/chat", "DATABASE_SCHEMA", "brzoza"),
                WRZOS))
        .isEqualTo(Optional.empty());
  }

  @Test
  void onlyWhereTheDataIsMakesADifference() {
    assertThat(DataPlaces.differ(WRZOS, Map.of())).isTrue();
    assertThat(DataPlaces.differ(Map.of("DEFAULT_LOCALE", "pl-PL"), Map.of())).isFalse();
    assertThat(DataPlaces.among(Set.of("DATABASE_SCHEMA", "DATABASE_POOL_SIZE")))
        .containsExactly("DATABASE_SCHEMA");
  }
}
