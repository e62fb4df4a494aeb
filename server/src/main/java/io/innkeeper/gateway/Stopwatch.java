package io.innkeeper.gateway;

import io.innkeeper.usage.CallTimes;
import java.time.Instant;

/** When what happened to one call. Used by its event loop only. */
final class Stopwatch {
  private final Instant arrived;
  private final long start = System.nanoTime();
  private long recognised = -1;
  private long whole = -1;
  private long admitted = -1;
  private long forwarded = -1;
  private long firstByte = -1;
  private long usage = -1;
  private long ended = -1;

  Stopwatch(Instant arrived) {
    this.arrived = arrived;
  }

  Instant arrived() {
    return arrived;
  }

  void recognised() {
    recognised = sinceStart();
  }

  /** The request had come in whole, or as far as was needed. */
  void whole() {
    whole = sinceStart();
  }

  void admitted() {
    admitted = sinceStart();
  }

  void forwarded() {
    if (forwarded < 0) forwarded = sinceStart();
  }

  void firstByte() {
    if (firstByte < 0) firstByte = sinceStart();
  }

  void usage() {
    usage = sinceStart();
  }

  void ended() {
    ended = sinceStart();
  }

  long firstByteNanos() {
    return firstByte;
  }

  long upstreamNanos() {
    return forwarded < 0 ? -1 : ended - forwarded;
  }

  long addedNanos() {
    return forwarded < 0 ? -1 : forwarded - Math.max(whole, 0);
  }

  CallTimes times() {
    return new CallTimes(
        arrived,
        micros(recognised),
        micros(admitted),
        micros(forwarded),
        micros(firstByte),
        micros(usage),
        micros(ended));
  }

  private long sinceStart() {
    return System.nanoTime() - start;
  }

  private static long micros(long nanos) {
    return nanos < 0 ? -1 : nanos / 1_000;
  }
}
