package io.innkeeper.http;

import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.store.Database;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** A request that may be repeated, done once against a store. */
public final class SampleRequest {
  private SampleRequest() {}

  public static void send(Database database, Path home) throws Exception {
    Routes routes = new Routes();
    routes.api(
        "POST",
        "/api/v1/things",
        Role.ADMIN,
        "Makes one.",
        String.class,
        call -> Reply.created("/things/1", "made"));
    try (TestingDoor door = new TestingDoor(routes, marta(), database, home)) {
      door.send(
          HttpRequest.newBuilder(door.address("/api/v1/things"))
              .header("Authorization", "Bearer one")
              .header("Content-Type", "application/json")
              .header("Idempotency-Key", "k-1")
              .POST(HttpRequest.BodyPublishers.ofString("{}")));
    }
  }

  static Callers marta() {
    Principal marta =
        new Principal(
            Actor.Kind.OPERATOR, new UUID(1, 1), "marta", Role.ADMIN, Optional.empty(), false);
    return new Callers() {
      @Override
      public Optional<Caller> bySession(String token) {
        return Optional.empty();
      }

      @Override
      public Optional<Caller> byBearer(String token) {
        return Optional.of(new Caller(marta, ""));
      }
    };
  }
}
