package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.usage.Unsettled;
import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import java.util.ArrayList;
import java.util.List;

/**
 * Passes a stream of events on as it comes while watching it. The event that ends the answer is
 * held until the call's line is on disk; an error inside is told in the form of the API that was
 * asked.
 */
final class StreamRelay implements Relay, EventSplitter.Events {
  private static final byte[] DONE = "[DONE]".getBytes(UTF_8);

  private final Downstream out;
  private final Settling settling;
  private final AnswerFacts facts;
  private final int status;
  private final EventSplitter splitter = new EventSplitter(this);
  private final List<Buffer> held = new ArrayList<>();
  private long bytes;
  private boolean holding;
  private boolean released;
  private boolean upstreamEnded;
  private boolean failed;
  private boolean silent;

  // The untouched events of the piece at hand, passed on as one slice.
  private byte[] piece = new byte[0];
  private Buffer pieceBuffer = Buffer.buffer();
  private int pieceOffset;
  private int runFrom;
  private int runTo;

  StreamRelay(Downstream out, Settling settling, AnswerFacts facts, int status) {
    this.out = out;
    this.settling = settling;
    this.facts = facts;
    this.status = status;
  }

  @Override
  public void piece(Buffer buffer) {
    bytes += buffer.length();
    if (holding && !silent) {
      hold(buffer);
      return;
    }
    ByteBuf raw = ((BufferInternal) buffer).getByteBuf();
    pieceBuffer = buffer;
    if (raw.hasArray()) {
      piece = raw.array();
      pieceOffset = raw.arrayOffset() + raw.readerIndex();
    } else {
      piece = buffer.getBytes();
      pieceOffset = 0;
    }
    runFrom = runTo = pieceOffset;
    splitter.feed(piece, pieceOffset, pieceOffset + buffer.length());
    flushRun();
  }

  @Override
  public void event(byte[] from, int begin, int end) {
    EventData data = EventData.of(from, begin, end);
    if (data.is(DONE)) {
      terminal(from, begin, end);
      return;
    }
    read(data);
    if (facts.error != null) error();
    else if (facts.terminal) terminal(from, begin, end);
    else pass(from, begin, end);
    if (!data.isEmpty()) out.eventPassed();
  }

  @Override
  public void part(byte[] from, int begin, int end) {
    pass(from, begin, end);
  }

  @Override
  public void lastPart(byte[] from, int begin, int end, EventData beginning) {
    read(beginning);
    out.eventPassed();
    if (facts.terminal) terminal(from, begin, end);
    else pass(from, begin, end);
  }

  private void read(EventData data) {
    facts.terminal = false;
    facts.error = null;
    if (data.isEmpty() || !worthReading(data)) return;
    AnswerReader.read(data.bytes(), data.from(), data.length(), facts);
    settling.opened(facts.generation);
    if (facts.usageSeen) settling.watch().usage();
    failed |= facts.error != null;
  }

  /** The first event says who answers; most others only carry words and need no reading. */
  private boolean worthReading(EventData data) {
    return facts.model.isEmpty() || data.mentionsWhatCounts();
  }

  /** Never as it came: beside its words it may hold the provider's, and whose account it is. */
  private void error() {
    String safe = SafeText.of(facts.error == null ? "" : facts.error);
    flushRun();
    write(out.errorEvent(UpstreamErrors.inStream(facts.errorCode, safe)));
  }

  private void terminal(byte[] from, int begin, int end) {
    flushRun();
    holding = true;
    hold(copy(from, begin, end));
    runFrom = runTo = end;
    settle(failed ? Unsettled.ERROR_IN_ANSWER : reason(Unsettled.NO_USAGE));
  }

  private Unsettled reason(Unsettled absent) {
    return facts.reason(absent);
  }

  private void settle(Unsettled otherwise) {
    settling.ended(facts, status, bytes, otherwise, this::release);
  }

  private void release() {
    released = true;
    held.forEach(out::write);
    held.clear();
    if (upstreamEnded) out.end();
  }

  /** The upstream's answer is over, in whatever way. */
  @Override
  public void ended(boolean whole) {
    upstreamEnded = true;
    if (released) {
      out.end();
      return;
    }
    if (settling.settled()) return;
    lastEvent(whole);
    if (settling.settled()) return;
    holding = true;
    boolean finished = whole && !facts.finish.isEmpty() && !failed;
    if (failed || finished || facts.charge().isPresent()) hold(out.endOfEvents());
    else hold(out.lastWords(UpstreamErrors.BROKEN_OFF));
    settle(failed ? Unsettled.ERROR_IN_ANSWER : reason(Unsettled.UPSTREAM_CUT));
  }

  /**
   * An upstream that ends by its own word may leave out its last empty line. An event that is torn
   * is dropped; one that was partly passed on is closed, so that nothing is glued to it.
   */
  private void lastEvent(boolean whole) {
    byte[] rest = splitter.rest();
    EventData data = EventData.of(rest, 0, rest.length);
    if (whole && (data.is(DONE) || data.isObject())) {
      String close = rest[rest.length - 1] == '\n' ? "\n" : "\n\n";
      byte[] event = Buffer.buffer(rest).appendString(close).getBytes();
      event(event, 0, event.length);
    }
    if (splitter.passing()) write(Buffer.buffer("\n\n"));
  }

  @Override
  public AnswerFacts facts() {
    return facts;
  }

  /** Nobody listens any more; goes on watching until the end. */
  @Override
  public void silence() {
    silent = true;
    held.clear();
  }

  @Override
  public long bytes() {
    return bytes;
  }

  private void pass(byte[] from, int begin, int end) {
    if (silent) return;
    if (from == piece && begin == runTo) {
      runTo = end;
    } else {
      flushRun();
      if (from == piece) {
        runFrom = begin;
        runTo = end;
      } else {
        write(copy(from, begin, end));
      }
    }
  }

  private void flushRun() {
    if (runTo > runFrom) write(pieceBuffer.slice(runFrom - pieceOffset, runTo - pieceOffset));
    runFrom = runTo;
  }

  private void write(Buffer buffer) {
    if (silent) return;
    if (holding && !released) hold(buffer);
    else out.write(buffer);
  }

  private void hold(Buffer buffer) {
    if (released) out.write(buffer);
    else if (!silent) held.add(buffer);
  }

  private static Buffer copy(byte[] from, int begin, int end) {
    return Buffer.buffer(end - begin).appendBytes(from, begin, end - begin);
  }
}
