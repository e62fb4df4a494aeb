package io.innkeeper.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.fault.Fault;
import io.innkeeper.store.Dialect;
import io.innkeeper.store.TestingStore;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OpenStreamsTest {
  @TempDir Path home;
  private volatile Optional<Caller> caller = Optional.empty();

  @Test
  void serverStopsWhilePagesStillListen() throws Exception {
    CountDownLatch listening = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Routes routes = new Routes();
    routes.openPage(
        "GET",
        "/live",
        call ->
            Reply.stream(
                "text/event-stream",
                out -> {
                  out.write(":\n\n".getBytes(StandardCharsets.UTF_8));
                  out.flush();
                  listening.countDown();
                  try {
                    Thread.sleep(Long.MAX_VALUE);
                  } finally {
                    ended.countDown();
                  }
                }));
    try (TestingStore store = TestingStore.open(Dialect.SQLITE)) {
      TestingDoor door = new TestingDoor(routes, nobody(), store.database(), home);
      Thread reader = Thread.startVirtualThread(() -> door.read("/live"));
      listening.await();

      assertThatCode(door::stop).doesNotThrowAnyException();
      assertThat(ended.getCount()).isZero();
      reader.join();
      door.close();
    }
  }

  @Test
  void whatFailsAfterItsBeginningIsCutOffAndNeverLooksWhole() throws Exception {
    byte[] much = new byte[100_000];
    Routes routes = new Routes();
    for (Exception thrown :
        List.of(Fault.conflict("midway", "It broke."), new IOException("a disk")))
      routes.openPage(
          "GET",
          "/" + thrown.getClass().getSimpleName(),
          call ->
              Reply.stream(
                  "text/csv",
                  out -> {
                    out.write(much);
                    if (thrown instanceof IOException known) throw known;
                    throw Fault.conflict("midway", "It broke.");
                  }));
    try (TestingStore store = TestingStore.open(Dialect.SQLITE);
        TestingDoor door = new TestingDoor(routes, nobody(), store.database(), home)) {
      for (String path : List.of("/Fault", "/IOException"))
        assertThatThrownBy(() -> door.send(HttpRequest.newBuilder(door.address(path))))
            .as(path)
            .isInstanceOf(IOException.class);
    }
  }

  @Test
  void streamEndsWhenItsReaderIsSignedOut() throws Exception {
    endsAfter(Optional.empty());
  }

  @Test
  void streamEndsWhenItsReaderHasALesserRole() throws Exception {
    endsAfter(Optional.of(operator(Role.VIEWER)));
  }

  private void endsAfter(Optional<Caller> then) throws Exception {
    caller = Optional.of(operator(Role.ADMIN));
    CountDownLatch listening = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Routes routes = new Routes();
    routes.page("GET", "/live", Role.ADMIN, call -> beating(listening, ended));
    try (TestingStore store = TestingStore.open(Dialect.SQLITE);
        TestingDoor door = new TestingDoor(routes, callers(), store.database(), home)) {
      Thread reader = Thread.startVirtualThread(() -> door.read("/live", Door.COOKIE + "=one"));
      listening.await();

      caller = then;
      ended.await();
      reader.join();
    }
  }

  private static Reply beating(CountDownLatch listening, CountDownLatch ended) {
    return Reply.stream(
        "text/event-stream",
        out -> {
          try {
            while (true) {
              out.write(":\n\n".getBytes(StandardCharsets.UTF_8));
              out.flush();
              listening.countDown();
              Thread.sleep(20);
            }
          } finally {
            ended.countDown();
          }
        });
  }

  private static Caller operator(Role role) {
    return new Caller(
        new Principal(Actor.Kind.OPERATOR, new UUID(1, 1), "marta", role, Optional.empty(), false),
        "");
  }

  private Callers callers() {
    return new Callers() {
      @Override
      public Optional<Caller> bySession(String token) {
        return caller;
      }

      @Override
      public Optional<Caller> byBearer(String token) {
        return Optional.empty();
      }
    };
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
