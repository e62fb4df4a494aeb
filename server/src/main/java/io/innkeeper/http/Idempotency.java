package io.innkeeper.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.fault.Fault;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/**
 * {@code Idempotency-Key} on POST: the same key with the same body answers again what was answered
 * first, for 24 hours; with another body, or while the first is still running, it is refused. When
 * the first was cut off by the server's end, it is done again. Keys belong to their caller.
 */
public final class Idempotency {
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

  private final KeptAnswers answers;

  public Idempotency(Database database, SecretBox box, Clock clock) {
    this.answers = new KeptAnswers(database, box, clock);
  }

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
    return switch (answers.claim(place, request)) {
      case KeptAnswers.Claim claim -> done(claim, work);
      case KeptAnswers.Answered(Reply reply) -> reply.with("Idempotency-Replayed", "true");
      case KeptAnswers.StillRunning _ ->
          throw Fault.conflict(
                  "idempotency-key-running",
                  "The first request with this Idempotency-Key still runs.")
              .advising("Ask again in a moment.");
      case KeptAnswers.Another _ ->
          throw Fault.invalid(
                  "idempotency-key-reused", "This Idempotency-Key was used with another request.")
              .advising("Use a new key for a new request.");
    };
  }

  private Reply done(KeptAnswers.Claim claim, Callable<Reply> work) throws Exception {
    Reply reply;
    try {
      reply = work.call();
    } catch (Exception e) {
      // Nothing was done, so the same key may try again.
      answers.forget(claim);
      throw e;
    }
    // A secret is not written down for who may ask again; it is done again instead.
    if (reply.isKeptNowhere()) answers.forget(claim);
    else answers.keep(claim, reply);
    return reply;
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
    return KeptAnswers.sealedPlaces();
  }
}
