package io.innkeeper.gateway;

import io.innkeeper.usage.Unsettled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds an answer that is no stream until its line is on disk. A larger one, or one that there is
 * no memory for, passes, its last piece held; its cost is read as it passes.
 */
final class WholeRelay implements Relay {
  private final Downstream out;
  private final Settling settling;
  private final AnswerFacts facts;
  private final int status;
  private final List<Downstream.Header> headers;
  private final boolean json;
  private final long mostHeld;
  private final HeldBytes.Share memory;
  private final List<Buffer> held = new ArrayList<>();
  // Only of an answer that comes in more than one piece.
  private Optional<AnswerDigest> digest = Optional.empty();
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
      long mostHeld,
      HeldBytes.Share memory) {
    this.out = out;
    this.settling = settling;
    this.facts = facts;
    this.status = status;
    this.headers = headers;
    this.json = json;
    this.mostHeld = mostHeld;
    this.memory = memory;
  }

  @Override
  public void piece(Buffer buffer) {
    bytes += buffer.length();
    if (json) look(buffer);
    if (silent) return;
    held.add(buffer);
    if (passing || !json || bytes > mostHeld || !memory.hold(bytes)) passAllButLast();
  }

  private void look(Buffer buffer) {
    if (digest.isEmpty()) {
      if (bytes == buffer.length() && !silent) return;
      digest = Optional.of(digestOfHeld());
    }
    digest.get().feed(((BufferInternal) buffer).getByteBuf());
  }

  private AnswerDigest digestOfHeld() {
    AnswerDigest fresh = new AnswerDigest();
    held.forEach(one -> fresh.feed(((BufferInternal) one).getByteBuf()));
    return fresh;
  }

  private void passAllButLast() {
    if (!passing) {
      passing = true;
      out.begin(status, headers);
    }
    while (held.size() > 1) out.write(held.removeFirst());
    memory.release();
  }

  @Override
  public void ended(boolean whole) {
    if (settling.settled()) return;
    boolean read = json && read(whole);
    if (!whole) {
      settle(Unsettled.UPSTREAM_CUT, this::brokeOff);
    } else if (read && facts.error != null) {
      settle(Unsettled.ERROR_IN_ANSWER, this::giveError);
    } else {
      settle(facts.reason(Unsettled.NO_USAGE), this::give);
    }
  }

  private void settle(Unsettled otherwise, Runnable then) {
    settling.ended(
        facts,
        status,
        bytes,
        otherwise,
        () -> {
          then.run();
          held.clear();
          memory.release();
        });
  }

  /** Of an answer that broke off nothing counts but its id: a number in it may be torn. */
  private boolean read(boolean whole) {
    if (whole && digest.isEmpty() && !held.isEmpty()) {
      byte[] all = held.getFirst().getBytes();
      AnswerReader.read(all, 0, all.length, facts);
    } else if (whole && digest.filter(AnswerDigest::whole).isPresent()) {
      digest.get().read(facts);
    } else {
      AnswerFacts torn = new AnswerFacts();
      digest.ifPresent(seen -> seen.read(torn));
      if (facts.generation.isEmpty()) facts.generation = torn.generation;
      return false;
    }
    if (facts.usageSeen) settling.watch().usage();
    return true;
  }

  private void give() {
    if (passing) {
      held.forEach(out::write);
      out.end();
    } else {
      out.end(status, headers, held);
    }
  }

  /** An error under status 200 reaches the person as an error; a partial answer goes with it. */
  private void giveError() {
    if (passing) {
      out.cut();
      return;
    }
    String safe = SafeText.of(facts.error == null ? "" : facts.error);
    Refusal refusal = UpstreamErrors.inStream(facts.errorCode, safe);
    Optional<Buffer> partial =
        facts.choicesSeen ? PartialAnswer.of(joined(), refusal) : Optional.empty();
    partial.ifPresentOrElse(
        body -> out.end(status, headers, List.of(body)), () -> out.refuse(refusal));
  }

  /** A body that passed can't be taken back; without its end it is told from a whole one. */
  private void brokeOff() {
    if (passing) out.cut();
    else out.refuse(UpstreamErrors.BROKEN_OFF);
  }

  private byte[] joined() {
    Buffer all = Buffer.buffer((int) bytes);
    held.forEach(all::appendBuffer);
    return all.getBytes();
  }

  @Override
  public AnswerFacts facts() {
    return facts;
  }

  @Override
  public void silence() {
    silent = true;
    if (json && digest.isEmpty() && !held.isEmpty()) digest = Optional.of(digestOfHeld());
    held.clear();
    memory.release();
  }

  @Override
  public long bytes() {
    return bytes;
  }
}
