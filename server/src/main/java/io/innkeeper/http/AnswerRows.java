package io.innkeeper.http;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The rows of {@link KeptAnswers}: a claim as long as it has no status, then an answer. */
final class AnswerRows {
  private AnswerRows() {}

  /** One of them; request and body are sealed. */
  record Row(
      String request,
      Optional<Integer> status,
      Optional<String> location,
      Optional<String> body,
      Optional<String> holder,
      long epoch,
      Instant at) {}

  /** What holds a place. */
  record Held(String place, String holder, long epoch) {}

  static void forgetBefore(Handle handle, Instant limit) {
    handle
        .createUpdate("delete from idempotency_keys where created_at < :limit")
        .bind("limit", limit)
        .execute();
  }

  /** False when the place is taken. */
  static boolean insert(Handle handle, Held held, String request, Instant now) {
    return handle
            .createUpdate(
                """
                insert into idempotency_keys (place, request, created_at, holder, epoch)
                values (:place, :request, :now, :holder, :epoch)
                on conflict (place) do nothing
                """)
            .bind("place", held.place())
            .bind("request", request)
            .bind("now", now)
            .bind("holder", held.holder())
            .bind("epoch", held.epoch())
            .execute()
        == 1;
  }

  static Optional<Row> find(Handle handle, String place) {
    return handle
        .createQuery(
            """
            select request, status, location, body, holder, epoch, created_at
            from idempotency_keys where place = :place
            """)
        .bind("place", place)
        .map(
            (row, context) ->
                new Row(
                    row.getString("request"),
                    Optional.ofNullable(row.getObject("status"))
                        .map(status -> ((Number) status).intValue()),
                    Optional.ofNullable(row.getString("location")),
                    Optional.ofNullable(row.getString("body")),
                    Optional.ofNullable(row.getString("holder")),
                    row.getLong("epoch"),
                    Instant.ofEpochMilli(row.getLong("created_at"))))
        .findOne();
  }

  /** Gives the claim of the epoch before to another; false when somebody was quicker. */
  static boolean takeOver(Handle handle, Held held, Instant now) {
    return handle
            .createUpdate(
                """
                update idempotency_keys set holder = :holder, epoch = :epoch, created_at = :now
                where place = :place and epoch = :epoch - 1 and status is null
                """)
            .bind("holder", held.holder())
            .bind("epoch", held.epoch())
            .bind("now", now)
            .bind("place", held.place())
            .execute()
        == 1;
  }

  /** Writes the answer, unless another holds the place by now. */
  static void answer(
      Handle handle, Held held, int status, Optional<String> location, Optional<String> body) {
    of(
            handle,
            held,
            """
            update idempotency_keys set status = :status, location = :location, body = :body
            where place = :place and holder = :holder and epoch = :epoch
            """)
        .bind("status", status)
        .bind("location", location.orElse(null))
        .bind("body", body.orElse(null))
        .execute();
  }

  static void forget(Handle handle, Held held) {
    of(
            handle,
            held,
            """
            delete from idempotency_keys
            where place = :place and holder = :holder and epoch = :epoch
            """)
        .execute();
  }

  private static Update of(Handle handle, Held held, String sql) {
    return handle
        .createUpdate(sql)
        .bind("place", held.place())
        .bind("holder", held.holder())
        .bind("epoch", held.epoch());
  }
}
