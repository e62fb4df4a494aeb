package io.innkeeper.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.innkeeper.store.Dialect;
import io.innkeeper.store.TestingStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenStreamsTest {
  @TempDir Path home;

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
