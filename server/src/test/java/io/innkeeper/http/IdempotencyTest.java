package io.innkeeper.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.caller.Role;
import io.innkeeper.store.Database;
import io.innkeeper.store.Holder;
import io.innkeeper.store.StoreTest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;

class IdempotencyTest {
  private static final String PATH = "/api/v1/things";

  @TempDir private Path home;
  private final AtomicInteger made = new AtomicInteger();
  private Runnable meanwhile = () -> {};

  @StoreTest
  void keyAnswersAgainWhatWasAnsweredFirst(Database database) throws Exception {
    try (TestingDoor door = door(database)) {
      assertThat(post(door).body()).isEqualTo("thing 1");
      HttpResponse<String> again = post(door);
      assertThat(again.body()).isEqualTo("thing 1");
      assertThat(again.headers().firstValue("Location")).contains("/things/1");
      assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
      assertThat(made).hasValue(1);
    }
  }

  @StoreTest
  void keyOfAKilledServerIsFreeForTheNext(Database database) throws Exception {
    try (TestingDoor door = door(database)) {
      post(door);
      Holder here = Holder.here();
      cutOff(database, new Holder(here.machine(), "999999999@1", here.nonce()).toString());
      assertThat(post(door).body()).isEqualTo("thing 2");
      assertThat(post(door).body()).isEqualTo("thing 2");
      assertThat(made).hasValue(2);
    }
  }

  @StoreTest
  void keyOfAServerThatLivesIsNotTaken(Database database) throws Exception {
    try (TestingDoor door = door(database)) {
      post(door);
      cutOff(database, Holder.here().toString());
      assertThat(post(door).body()).contains("idempotency-key-running");
      assertThat(made).hasValue(1);
    }
  }

  @StoreTest
  void keyOfAServerElsewhereIsFreeAfterAWhile(Database database) throws Exception {
    try (TestingDoor door = door(database)) {
      post(door);
      cutOff(database, "elsewhere/1@1/x");
      assertThat(post(door).body()).contains("idempotency-key-running");
      database.change(
          handle ->
              handle.execute(
                  "update idempotency_keys set created_at = created_at - " + 16 * 60_000));
      assertThat(post(door).body()).isEqualTo("thing 2");
    }
  }

  @StoreTest
  void whoeverWasTakenForGoneWritesNoAnswer(Database database) throws Exception {
    try (TestingDoor door = door(database)) {
      meanwhile =
          () ->
              database.change(
                  handle ->
                      handle.execute(
                          "update idempotency_keys set holder = 'elsewhere/1@1/x', epoch = 2"));
      assertThat(post(door).body()).isEqualTo("thing 1");
      assertThat(answers(database)).isZero();
    }
  }

  @StoreTest
  void whatWasDoneIsNotDoneAgainThoughItsAnswerCouldNotBeWritten(Database database)
      throws Exception {
    try (TestingDoor door = door(database)) {
      meanwhile =
          () ->
              database.change(
                  handle -> handle.execute("alter table idempotency_keys rename to away"));
      assertThat(post(door).body()).isEqualTo("thing 1");
      assertThat(post(door).body()).isEqualTo("thing 1");
      database.change(handle -> handle.execute("alter table away rename to idempotency_keys"));
      assertThat(answers(database)).isZero();
      assertThat(post(door).body()).isEqualTo("thing 1");
      assertThat(answers(database)).isOne();
      assertThat(post(door).body()).isEqualTo("thing 1");
      assertThat(made).hasValue(1);
    }
  }

  @StoreTest
  void whatFailedMayBeTriedAgain(Database database) throws Exception {
    try (TestingDoor door = door(database)) {
      meanwhile =
          () -> {
            throw new IllegalStateException("not this time");
          };
      assertThat(post(door).statusCode()).isEqualTo(500);
      meanwhile = () -> {};
      assertThat(post(door).statusCode()).isEqualTo(201);
    }
  }

  private TestingDoor door(Database database) {
    Routes routes = new Routes();
    routes.api(
        "POST",
        PATH,
        Role.ADMIN,
        "Makes one.",
        String.class,
        call -> {
          meanwhile.run();
          int number = made.incrementAndGet();
          return Reply.created("/things/" + number, "thing " + number);
        });
    return new TestingDoor(routes, SampleRequest.marta(), database, home);
  }

  private static HttpResponse<String> post(TestingDoor door) throws Exception {
    return door.send(
        HttpRequest.newBuilder(door.address(PATH))
            .header("Authorization", "Bearer one")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "k-1")
            .POST(HttpRequest.BodyPublishers.ofString("{}")));
  }

  /** As a server leaves it that is killed in the middle. */
  private static void cutOff(Database database, String holder) {
    database.change(
        handle ->
            handle.execute(
                "update idempotency_keys set status = null, location = null, body = null,"
                    + " holder = ?",
                holder));
  }

  private static int answers(Database database) {
    return database.read(
        handle ->
            handle
                .createQuery("select count(status) from idempotency_keys")
                .mapTo(Integer.class)
                .one());
  }
}
