package io.innkeeper.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.innkeeper.client.Json;
import io.innkeeper.fault.Fault;
import io.innkeeper.secret.SealedColumn;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/**
 * {@code Idempotency-Key} on POST: the same key with the same body answers again what was answered
 * first, for 24 hours; with another body, or while the first is still running, it is refused. Keys
 * belong to their caller.
 */
public final class Idempotency {
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");
  private static final Duration KEPT = Duration.ofHours(24);

  private final Database database;
  private final SecretBox box;
  private final Clock clock;

  public Idempotency(Database database, SecretBox box, Clock clock) {
    this.database = database;
    this.box = box;
    this.clock = clock;
  }

  private record Earlier(
      String request, Optional<Integer> status, Optional<String> location, Optional<String> body) {}

  Reply once(Endpoint endpoint, Call call, Callable<Reply> work) throws Exception {
    Optional<String> key = call.header("Idempotency-Key");
    boolean applies = endpoint.kind() == Endpoint.Kind.API && call.method().equals("POST");
    if (!applies || key.isEmpty() || call.signedIn().isEmpty()) return work.call();
    if (!KEY.matcher(key.get()).matches()) {
      throw Fault.of(
          Fault.Kind.MALFORMED,
          "idempotency-key",
          "Idempotency-Key must be 1 to 128 visible characters.");
    }
    String place = hash(call.principal().id() + " " + call.target() + " " + key.get());
    String request = HexFormat.of().formatHex(sha256(call.context().bodyAsBytes()));
    Optional<Earlier> earlier = claim(place, request);
    if (earlier.isPresent()) return again(earlier.get(), request, place);
    try {
      Reply reply = work.call();
      // A secret is not written down for who may ask again; it is done again instead.
      if (reply.isKeptNowhere()) forget(place);
      else keep(place, reply);
      return reply;
    } catch (Exception e) {
      // Nothing was done, so the same key may try again.
      forget(place);
      throw e;
    }
  }

  private Optional<Earlier> claim(String place, String request) {
    long now = clock.millis();
    return database.write(
        handle -> {
          handle
              .createUpdate("DELETE FROM idempotency_keys WHERE created_at < :limit")
              .bind("limit", now - KEPT.toMillis())
              .execute();
          int claimed =
              handle
                  .createUpdate(
                      """
                      INSERT INTO idempotency_keys (place, request, created_at)
                      VALUES (:place, :request, :now)
                      ON CONFLICT (place) DO NOTHING
                      """)
                  .bind("place", place)
                  .bind("request", box.seal(Secret.of(request), requestAt(place)))
                  .bind("now", now)
                  .execute();
          if (claimed == 1) return Optional.empty();
          return handle
              .createQuery(
                  "SELECT request, status, location, body FROM idempotency_keys WHERE place = :place")
              .bind("place", place)
              .map(
                  (row, context) ->
                      new Earlier(
                          row.getString("request"),
                          Optional.ofNullable(row.getObject("status"))
                              .map(status -> ((Number) status).intValue()),
                          Optional.ofNullable(row.getString("location")),
                          Optional.ofNullable(row.getString("body"))))
              .findOne();
        });
  }

  private Reply again(Earlier earlier, String request, String place) {
    if (!box.opened(earlier.request(), requestAt(place))
        .map(Secret::unwrap)
        .filter(request::equals)
        .isPresent()) {
      throw Fault.invalid(
              "idempotency-key-reused", "This Idempotency-Key was used with another request.")
          .advising("Use a new key for a new request.");
    }
    int status =
        earlier
            .status()
            .orElseThrow(
                () ->
                    Fault.conflict(
                            "idempotency-key-running",
                            "The first request with this Idempotency-Key still runs.")
                        .advising("Ask again in a moment."));
    String body = earlier.body().map(kept -> box.unseal(kept, place).unwrap()).orElse(null);
    Reply reply = new Reply(status, Reply.JSON, body, null, java.util.List.of());
    return earlier
        .location()
        .map(where -> reply.with("Location", where))
        .orElse(reply)
        .with("Idempotency-Replayed", "true");
  }

  private void keep(String place, Reply reply) throws JsonProcessingException {
    String body =
        reply.body() == null || reply.body() instanceof String
            ? (String) reply.body()
            : Json.LENIENT.writeValueAsString(reply.body());
    Optional<String> location =
        reply.headers().stream()
            .filter(header -> header.getKey().equals("Location"))
            .map(java.util.Map.Entry::getValue)
            .findFirst();
    database.change(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE idempotency_keys SET status = :status, location = :location, body = :body
                    WHERE place = :place
                    """)
                .bind("status", reply.status())
                .bind("location", location.orElse(null))
                .bind("body", body == null ? null : box.seal(Secret.of(body), place))
                .bind("place", place)
                .execute());
  }

  private void forget(String place) {
    database.change(
        handle ->
            handle
                .createUpdate("DELETE FROM idempotency_keys WHERE place = :place")
                .bind("place", place)
                .execute());
  }

  /** What a body was is sealed too: whoever had its bare hash could try passwords against it. */
  private static String requestAt(String place) {
    return place + "/request";
  }

  private static String hash(String text) {
    return HexFormat.of().formatHex(sha256(text.getBytes(UTF_8)));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What of it is sealed. */
  public static List<SealedPlace> sealedPlaces() {
    return List.of(
        SealedColumn.of(
            "repeatable requests",
            "idempotency_keys",
            "request",
            List.of("place"),
            row -> requestAt(row.getString("place"))),
        SealedColumn.of(
            "answers to repeat",
            "idempotency_keys",
            "body",
            List.of("place"),
            row -> row.getString("place")));
  }
}
