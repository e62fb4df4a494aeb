package io.innkeeper.infrastructure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Caller;
import io.innkeeper.http.Callers;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TestingDoor;
import io.innkeeper.simulators.vcf.VcfSimulator;
import io.innkeeper.store.Database;
import io.innkeeper.store.Dialect;
import io.innkeeper.store.StoreTest;
import io.innkeeper.store.TestingStore;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StolenDatabaseTest {
  @TempDir private Path home;

  @Test
  void stolenDatabaseShowsNothing() throws Exception {
    try (TestingStore store = TestingStore.open(Dialect.SQLITE);
        VcfHouse house = new VcfHouse(store.database(), home)) {
      Environment one = house.environment("Lab", house.managerSpec(), house.installerSpec());
      house.sync(one);
      house.manager.vault().password(VcfHouse.id(1), "Another-One-1!");
      house.sync(one);
      StringBuilder stolen = new StringBuilder();
      try (Stream<Path> files = Files.list(Path.of(store.address()).resolveSibling("."))) {
        for (Path file : files.toList()) stolen.append(Files.readString(file, ISO_8859_1));
      }
      assertThat(stolen).contains("m01-esx01.lab.example");
      for (Credential each : house.credentials(one).values())
        for (String password : house.passwords(each))
          assertThat(stolen).doesNotContain(new String(password.getBytes(UTF_8), ISO_8859_1));
      assertThat(stolen).doesNotContain(VcfSimulator.PASSWORD);
    }
  }

  @StoreTest
  void aCopiedRowOpensNowhereElse(Database database) throws Exception {
    try (VcfHouse house = new VcfHouse(database, home)) {
      Environment one = house.environment("Lab", house.managerSpec());
      Environment other = house.environment("Other", house.managerSpec());
      house.sync(one);
      house.sync(other);
      Credential first = house.numbered(one, 1);
      database.change(
          handle ->
              handle.execute(
                  "update credential_values set sealed = (select sealed from credential_values"
                      + " where credential_id = ?) where credential_id = ?",
                  first.id().toString(),
                  house.numbered(one, 2).id().toString()));
      assertThatThrownBy(() -> house.passwords(house.numbered(one, 2))).isInstanceOf(Fault.class);
      database.change(
          handle ->
              handle.execute(
                  "update credentials set environment_id = ?, api_id = 'moved' where id = ?",
                  other.id().toString(),
                  first.id().toString()));
      ValueStore values = new ValueStore(house.box);
      assertThatThrownBy(
              () -> database.read(handle -> values.open(handle, first.id(), Optional.empty())))
          .isInstanceOf(Fault.class);
    }
  }

  @Test
  void repeatedRequestsLeaveNoHashToTryPasswordsAgainst() throws Exception {
    String body = "{\"password\":\"Manager1!\"}";
    Routes routes = new Routes();
    routes.api(
        "POST",
        "/api/v1/things",
        Role.ADMIN,
        "Makes one.",
        String.class,
        call -> Reply.created("/things/1", "made"));
    try (TestingStore store = TestingStore.open(Dialect.SQLITE);
        TestingDoor door = new TestingDoor(routes, marta(), store.database(), home)) {
      for (int time = 0; time < 2; time++)
        assertThat(door.send(posted(door, body)).statusCode()).isEqualTo(201);
      assertThat(door.send(posted(door, "{}")).body()).contains("idempotency-key-reused");
      String stored =
          store
              .database()
              .read(
                  handle ->
                      handle
                          .createQuery("select request from idempotency_keys")
                          .mapTo(String.class)
                          .one());
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8));
      assertThat(stored).doesNotContain(HexFormat.of().formatHex(hash));
    }
  }

  private static HttpRequest.Builder posted(TestingDoor door, String body) {
    return HttpRequest.newBuilder(door.address("/api/v1/things"))
        .header("Authorization", "Bearer one")
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", "k-1")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static Callers marta() {
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
