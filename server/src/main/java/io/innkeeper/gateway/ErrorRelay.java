package io.innkeeper.gateway;

import io.innkeeper.usage.Unsettled;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/**
 * The upstream said no: its words are read, bounded, and ours are given. Nothing was charged,
 * unless it had given the call an id; then that is looked up. What merely stands before the
 * upstream, and grew tired of waiting for it, can't know what was charged.
 */
final class ErrorRelay implements Relay {
  private static final int MOST_READ = 1 << 16;

  private final Downstream out;
  private final Settling settling;
  private final AnswerFacts facts;
  private final int status;
  private final Optional<String> retryAfter;
  private final Buffer body = Buffer.buffer();
  private long bytes;

  ErrorRelay(
      Downstream out,
      Settling settling,
      AnswerFacts facts,
      int status,
      Optional<String> retryAfter) {
    this.out = out;
    this.settling = settling;
    this.facts = facts;
    this.status = status;
    this.retryAfter = retryAfter;
  }

  @Override
  public void piece(Buffer buffer) {
    bytes += buffer.length();
    int room = MOST_READ - body.length();
    if (room > 0) body.appendBuffer(buffer, 0, Math.min(room, buffer.length()));
  }

  @Override
  public void ended(boolean whole) {
    Refusal refusal = UpstreamErrors.of(status, body.getBytes(), retryAfter);
    Runnable answer = () -> out.refuse(refusal);
    if (!facts.generation.isEmpty()) {
      settling.ended(facts, status, bytes, Unsettled.ERROR_IN_ANSWER, answer);
    } else if (refused()) {
      settling.free(status, "refused", answer);
    } else {
      settling.ended(facts, status, bytes, Unsettled.NO_ANSWER, answer);
    }
  }

  /** Whether the model service itself said no, and so did not run the call. */
  private boolean refused() {
    return switch (status) {
      case 503, 529 -> true;
      case 500, 502 -> UpstreamErrors.said(body.getBytes());
      default -> status < 500;
    };
  }

  @Override
  public AnswerFacts facts() {
    return facts;
  }

  @Override
  public void silence() {
    // Its words are few and are read to the end in any case.
  }

  @Override
  public long bytes() {
    return bytes;
  }
}
