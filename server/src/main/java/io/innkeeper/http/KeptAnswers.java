package io.innkeeper.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.innkeeper.client.Json;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.AnswerRows.Held;
import io.innkeeper.http.AnswerRows.Row;
import io.innkeeper.secret.SealedColumn;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Holder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What repeatable requests were answered, sealed. While one is done, its place is claimed; a claim
 * is free again once the process that holds it is gone. Thread-safe.
 */
final class KeptAnswers {
  private static final Logger log = LoggerFactory.getLogger(KeptAnswers.class);
  private static final Duration KEPT = Duration.ofHours(24);

  /** Whether a holder on another machine is gone, only time tells; no request takes this long. */
  private static final Duration HELD = Duration.ofMinutes(15);

  private final Database database;
  private final SecretBox box;
  private final Clock clock;
  private final String holder = Holder.here().toString();
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private final Map<String, Unwritten> unwritten = new ConcurrentHashMap<>();

  KeptAnswers(Database database, SecretBox box, Clock clock) {
    this.database = database;
    this.box = box;
    this.clock = clock;
  }

  /** What is known of a request that comes with a key. */
  sealed interface Found {}

  /** Nobody does or did it: ours to do, and then to {@link #keep} or {@link #forget}. */
  record Claim(String request, Held held) implements Found {
    String place() {
      return held.place();
    }
  }

  /** It was done, with this answer. */
  record Answered(Reply reply) implements Found {}

  /** It is being done. */
  record StillRunning() implements Found {}

  /** The key was used with another request. */
  record Another() implements Found {}

  /** It was done, but the store could not take the answer. */
  private record Unwritten(Claim claim, Reply reply, Instant at) {}

  Found claim(String place, String request) {
    @Nullable Unwritten left = unwritten.get(place);
    if (left != null) {
      if (!left.claim().request().equals(request)) return new Another();
      keep(left.claim(), left.reply());
      return new Answered(left.reply());
    }
    Found found = database.write(handle -> claim(handle, place, request));
    if (found instanceof Claim) running.add(place);
    return found;
  }

  private Found claim(Handle handle, String place, String request) {
    Instant now = clock.instant();
    AnswerRows.forgetBefore(handle, now.minus(KEPT));
    Held first = new Held(place, holder, 1);
    if (AnswerRows.insert(handle, first, box.seal(Secret.of(request), requestAt(place)), now))
      return new Claim(request, first);
    Optional<Row> found = AnswerRows.find(handle, place);
    if (found.isEmpty()) return new StillRunning();
    Row row = found.get();
    boolean same =
        box.opened(row.request(), requestAt(place))
            .map(Secret::unwrap)
            .filter(request::equals)
            .isPresent();
    if (!same) return new Another();
    if (row.status().isPresent()) return new Answered(reply(row, row.status().get(), place));
    Held next = new Held(place, holder, row.epoch() + 1);
    return isFree(row, place, now) && AnswerRows.takeOver(handle, next, now)
        ? new Claim(request, next)
        : new StillRunning();
  }

  private boolean isFree(Row row, String place, Instant now) {
    if (running.contains(place)) return false;
    return row.holder().isEmpty()
        || Holder.gone(row.holder().get())
        || row.at().plus(HELD).isBefore(now);
  }

  private Reply reply(Row row, int status, String place) {
    @Nullable String body = row.body().map(kept -> box.unseal(kept, place).unwrap()).orElse(null);
    Reply reply = new Reply(status, Reply.JSON, body, null, List.of());
    return row.location().map(where -> reply.with("Location", where)).orElse(reply);
  }

  /**
   * Writes the answer down. While the store can't take it, this process remembers it, so that what
   * was done is not done again.
   */
  void keep(Claim claim, Reply reply) {
    try {
      write(claim, reply);
      unwritten.remove(claim.place());
    } catch (JsonProcessingException | JdbiException | Fault e) {
      log.error("an answer that may be asked for again could not be written", e);
      Instant now = clock.instant();
      unwritten.values().removeIf(old -> old.at().plus(KEPT).isBefore(now));
      unwritten.putIfAbsent(claim.place(), new Unwritten(claim, reply, now));
    } finally {
      running.remove(claim.place());
    }
  }

  private void write(Claim claim, Reply reply) throws JsonProcessingException {
    Optional<String> location =
        reply.headers().stream()
            .filter(header -> header.getKey().equals("Location"))
            .map(Map.Entry::getValue)
            .findFirst();
    Optional<String> body =
        Optional.ofNullable(text(reply.body()))
            .map(text -> box.seal(Secret.of(text), claim.place()));
    database.change(
        handle -> AnswerRows.answer(handle, claim.held(), reply.status(), location, body));
  }

  private static @Nullable String text(@Nullable Object body) throws JsonProcessingException {
    return body == null || body instanceof String
        ? (String) body
        : Json.LENIENT.writeValueAsString(body);
  }

  /** The same key may do it again; should the store not hear of it, so from {@link #HELD} on. */
  void forget(Claim claim) {
    try {
      database.change(handle -> AnswerRows.forget(handle, claim.held()));
    } catch (JdbiException e) {
      log.error("an Idempotency-Key that may be used again could not be given free", e);
    } finally {
      running.remove(claim.place());
    }
  }

  /** What a body was is sealed too: whoever had its bare hash could try passwords against it. */
  private static String requestAt(String place) {
    return place + "/request";
  }

  static List<SealedPlace> sealedPlaces() {
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
