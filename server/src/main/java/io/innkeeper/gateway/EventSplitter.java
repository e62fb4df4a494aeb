package io.innkeeper.gateway;

import java.util.Arrays;

/**
 * Cuts a server-sent event stream into events, wherever its bytes were cut on the way. Lines end
 * with LF or CRLF; an event ends with an empty line. Bytes are passed on exactly as they came. Not
 * thread-safe.
 */
final class EventSplitter {
  /** Hears of each event. */
  interface Events {
    /**
     * @param bytes holds the whole event, its empty line included, from {@code from} to {@code to}
     */
    void event(byte[] bytes, int from, int to);

    /** Part of an event that is too long to be held back: pass it on, it will not come again. */
    void part(byte[] bytes, int from, int to);
  }

  /** Longer events are passed on before they are whole. */
  static final int HELD = 1 << 16;

  /** Of longer events the rest isn't looked at. */
  static final int LOOKED_AT = 1 << 22;

  private final Events events;
  private byte[] tail = new byte[0];
  private int tailLength;
  private int passed;
  private boolean cut;
  private boolean lineEmpty = true;
  private boolean sawCarriageReturn;

  EventSplitter(Events events) {
    this.events = events;
  }

  /** The next bytes of the stream. */
  void feed(byte[] bytes, int from, int to) {
    int begin = from;
    for (int at = from; at < to; at++) {
      byte next = bytes[at];
      if (next == '\n') {
        boolean ends = lineEmpty;
        lineEmpty = true;
        sawCarriageReturn = false;
        if (ends) {
          whole(bytes, begin, at + 1);
          begin = at + 1;
        }
      } else if (next == '\r' && lineEmpty && !sawCarriageReturn) {
        sawCarriageReturn = true;
      } else {
        lineEmpty = false;
      }
    }
    if (begin < to) keep(bytes, begin, to);
  }

  /** What came behind the last whole event, not yet passed on. */
  byte[] rest() {
    return cut ? new byte[0] : Arrays.copyOfRange(tail, passed, tailLength);
  }

  private void whole(byte[] bytes, int from, int to) {
    if (tailLength == 0) {
      events.event(bytes, from, to);
      return;
    }
    if (passed > 0) {
      events.part(bytes, from, to);
      if (!cut) append(bytes, from, to);
      if (!cut) events.event(tail, 0, tailLength);
    } else {
      append(bytes, from, to);
      events.event(tail, 0, tailLength);
    }
    tailLength = 0;
    passed = 0;
    cut = false;
  }

  private void keep(byte[] bytes, int from, int to) {
    if (passed > 0) events.part(bytes, from, to);
    if (!cut) append(bytes, from, to);
    if (passed == 0 && tailLength > HELD) {
      events.part(tail, 0, tailLength);
      passed = tailLength;
    } else if (passed > 0) {
      passed = tailLength;
    }
    if (tailLength > LOOKED_AT) cut = true;
  }

  /** Whether the event just given was already passed on in parts. */
  boolean wasPassed() {
    return passed > 0;
  }

  private void append(byte[] bytes, int from, int to) {
    int needed = tailLength + to - from;
    if (needed > tail.length) tail = Arrays.copyOf(tail, Math.max(needed, tail.length * 2));
    System.arraycopy(bytes, from, tail, tailLength, to - from);
    tailLength = needed;
  }
}
