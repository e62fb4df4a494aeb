package io.innkeeper.simulators.openrouter;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One call in the stand-in's own books.
 *
 * @param number 1 for the first call that was charged
 * @param keyHash of the key that paid
 * @param asked model as asked for
 * @param model that answered
 * @param user as the request named them; empty for none
 * @param spend exactly what was charged, zero for a call that failed
 * @param cancelled whether the caller or the line went away before the end
 * @param completed whether the last byte was handed to the line
 * @param finish why the answer ended; empty when cancelled
 */
public record Charge(
    long number,
    String generation,
    String keyHash,
    String endpoint,
    String asked,
    String model,
    String provider,
    String user,
    boolean streamed,
    Spend spend,
    boolean cancelled,
    boolean completed,
    String finish,
    Instant began,
    Instant ended) {

  /** All that the call cost its owner, to the last digit. */
  public BigDecimal total() {
    return spend.total();
  }

  /** As JSON; amounts are exact texts. */
  String json() {
    return "{\"number\":%d,\"generation\":%s,\"key_hash\":%s,\"endpoint\":%s,\"asked\":%s,"
            .formatted(number, text(generation), text(keyHash), text(endpoint), text(asked))
        + "\"model\":%s,\"provider\":%s,\"user\":%s,\"streamed\":%b,"
            .formatted(text(model), text(provider), text(user), streamed)
        + "\"prompt\":%d,\"completion\":%d,\"cached\":%d,\"written\":%d,\"reasoning\":%d,"
            .formatted(
                spend.prompt(),
                spend.completion(),
                spend.cached(),
                spend.written(),
                spend.reasoning())
        + "\"cost\":%s,\"upstream\":\"%s\",\"byok\":%b,\"total\":\"%s\","
            .formatted(
                text(spend.cost()),
                spend.upstream().toPlainString(),
                spend.byok(),
                spend.total().toPlainString())
        + "\"cancelled\":%b,\"completed\":%b,\"finish\":%s,\"began\":\"%s\",\"ended\":\"%s\"}"
            .formatted(cancelled, completed, text(finish), began, ended);
  }

  private static String text(String value) {
    return JsText.text(value);
  }
}
