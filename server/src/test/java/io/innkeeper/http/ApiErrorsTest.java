package io.innkeeper.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.caller.Role;
import io.innkeeper.store.Dialect;
import io.innkeeper.store.TestingStore;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiErrorsTest {
  @TempDir private Path home;

  @Test
  void errorsOfTheApiAreProblemsNeverPages() throws Exception {
    Routes routes = new Routes();
    routes.api("GET", "/api/v1/closed", Role.VIEWER, "Closed.", String.class, call -> "never");
    routes.openApi(
        "GET",
        "/api/v1/broken",
        "Breaks.",
        Void.class,
        String.class,
        call -> {
          throw new IllegalStateException("a secret");
        });
    try (TestingStore store = TestingStore.open(Dialect.SQLITE);
        TestingDoor door = new TestingDoor(routes, nobody(), store.database(), home)) {
      for (Map.Entry<String, Integer> one :
          Map.of("closed", 401, "nowhere", 404, "broken", 500).entrySet()) {
        HttpResponse<String> answer =
            door.send(HttpRequest.newBuilder(door.address("/api/v1/" + one.getKey())));
        assertThat(answer.statusCode()).as(one.getKey()).isEqualTo(one.getValue());
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
            .startsWith("application/problem+json");
        assertThat(answer.body()).doesNotContain("a secret");
      }
    }
  }

  @Test
  void whatIsNotWantedInItsFormIsNotDone() throws Exception {
    AtomicInteger made = new AtomicInteger();
    Routes routes = new Routes();
    routes.api(
        "POST",
        "/api/v1/things",
        Role.ADMIN,
        "Makes one.",
        Integer.class,
        call -> made.incrementAndGet());
    try (TestingStore store = TestingStore.open(Dialect.SQLITE);
        TestingDoor door = new TestingDoor(routes, SampleRequest.marta(), store.database(), home)) {
      assertThat(posted(door, "text/html")).isEqualTo(406);
      assertThat(made).hasValue(0);
      assertThat(posted(door, "application/json")).isEqualTo(200);
      assertThat(made).hasValue(1);
    }
  }

  private static int posted(TestingDoor door, String accept) throws Exception {
    return door.send(
            HttpRequest.newBuilder(door.address("/api/v1/things"))
                .header("Authorization", "Bearer one")
                .header("Accept", accept)
                .POST(HttpRequest.BodyPublishers.noBody()))
        .statusCode();
  }

  private static Callers nobody() {
    return new Callers() {
      @Override
      public Optional<Caller> bySession(String token) {
        return Optional.empty();
      }

      @Override
      public Optional<Caller> byBearer(String token) {
        return Optional.empty();
      }
    };
  }
}
