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

    /** Part of an event that is too long to be held: pass it on, it will not come again. */
    void part(byte[] bytes, int from, int to);

    /**
     * The last part of such an event; before it came, nobody could act on the event.
     *
     * @param beginning what the event's first bytes say, as far as they were kept
     */
    void lastPart(byte[] bytes, int from, int to, EventData beginning);
  }

  /** Longer events are passed on before they are whole; only their beginning is looked at. */
  static final int HELD = 1 << 22;

  private static final int KEPT_ROOM = 1 << 16;

  private final Events events;
  private byte[] tail = new byte[0];
  private int tailLength;
  private boolean passing;
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

  /** What came behind the last whole event and was not passed on. */
  byte[] rest() {
    return passing ? new byte[0] : Arrays.copyOf(tail, tailLength);
  }

  /** Whether an event was passed on in parts and its end has not come. */
  boolean passing() {
    return passing;
  }

  private void whole(byte[] bytes, int from, int to) {
    if (passing) {
      events.lastPart(bytes, from, to, EventData.of(tail, 0, tailLength));
    } else if (tailLength > 0) {
      append(bytes, from, to);
      events.event(tail, 0, tailLength);
    } else {
      events.event(bytes, from, to);
    }
    tailLength = 0;
    passing = false;
    if (tail.length > KEPT_ROOM) tail = new byte[0];
  }

  private void keep(byte[] bytes, int from, int to) {
    if (passing) {
      events.part(bytes, from, to);
      return;
    }
    append(bytes, from, to);
    if (tailLength > HELD) {
      events.part(tail, 0, tailLength);
      passing = true;
    }
  }

  private void append(byte[] bytes, int from, int to) {
    int needed = tailLength + to - from;
    if (needed > tail.length) tail = Arrays.copyOf(tail, Math.max(needed, tail.length * 2));
    System.arraycopy(bytes, from, tail, tailLength, to - from);
    tailLength = needed;
  }
}
