package io.innkeeper.gateway;

import io.innkeeper.usage.Unsettled;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds an answer that is no stream until its line is on disk. A larger one passes, its last piece
 * held; its cost is then looked up by its id.
 */
final class WholeRelay implements Relay {
  private final Downstream out;
  private final Settling settling;
  private final AnswerFacts facts;
  private final int status;
  private final List<Downstream.Header> headers;
  private final boolean json;
  private final long mostHeld;
  private final List<Buffer> held = new ArrayList<>();
  private long bytes;
  private boolean passing;
  private boolean silent;

  WholeRelay(
      Downstream out,
      Settling settling,
      AnswerFacts facts,
      int status,
      List<Downstream.Header> headers,
      boolean json,
      long mostHeld) {
    this.out = out;
    this.settling = settling;
    this.facts = facts;
    this.status = status;
    this.headers = headers;
    this.json = json;
    this.mostHeld = mostHeld;
  }

  @Override
  public void piece(Buffer buffer) {
    bytes += buffer.length();
    held.add(buffer);
    if (bytes > mostHeld || !json) passAllButLast();
  }

  private void passAllButLast() {
    if (!passing) {
      passing = true;
      out.begin(status, headers);
    }
    while (held.size() > 1) {
      Buffer first = held.removeFirst();
      if (!silent) out.write(first);
    }
  }

  @Override
  public void ended(boolean whole) {
    if (settling.settled()) return;
    if (!whole) {
      settling.ended(facts, status, bytes, Unsettled.UPSTREAM_CUT, this::brokeOff);
      return;
    }
    Buffer body = joined();
    if (json && !passing) read(body);
    if (facts.error != null) {
      settling.ended(facts, status, bytes, Unsettled.ERROR_IN_ANSWER, () -> giveError(body));
      return;
    }
    settling.ended(facts, status, bytes, facts.reason(Unsettled.NO_USAGE), () -> give(body));
  }

  private void read(Buffer body) {
    byte[] all = body.getBytes();
    AnswerReader.read(all, 0, all.length, facts);
    if (facts.usageSeen) settling.watch().usage();
  }

  private void give(Buffer body) {
    if (passing) {
      out.write(body);
      out.end();
    } else {
      out.end(status, headers, body);
    }
  }

  /** An error under status 200 reaches the person as an error; a partial answer goes with it. */
  private void giveError(Buffer body) {
    String said = facts.error == null ? "" : facts.error;
    String safe = SafeText.of(said);
    if (facts.choicesSeen && safe.equals(said)) give(body);
    else out.refuse(UpstreamErrors.inStream(facts.errorCode, safe));
  }

  /** A body that passed can't be taken back; without its end it is told from a whole one. */
  private void brokeOff() {
    if (passing) out.cut();
    else out.refuse(UpstreamErrors.BROKEN_OFF);
  }

  private Buffer joined() {
    if (held.size() == 1) return held.getFirst();
    Buffer all = Buffer.buffer((int) Math.min(bytes, Integer.MAX_VALUE - 16));
    held.forEach(all::appendBuffer);
    return all;
  }

  @Override
  public AnswerFacts facts() {
    return facts;
  }

  @Override
  public void silence() {
    silent = true;
  }

  @Override
  public long bytes() {
    return bytes;
  }
}
