package io.innkeeper.gateway;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of requests and answers are held at this moment, of all calls together, and how
 * many may be: a share of the process's memory. Thread-safe; a share belongs to one event loop.
 */
final class HeldBytes {
  /**
   * So much of each body isn't counted, so that small calls pass while large ones fill the rest.
   */
  static final long FREE = 1 << 16;

  private final long most;
  private final AtomicLong held = new AtomicLong();

  HeldBytes(long most) {
    this.most = most;
  }

  /**
   * A quarter of the memory there is.
   *
   * @param largest one body of this size fits in any case
   */
  static HeldBytes ofMemory(long largest) {
    return new HeldBytes(Math.max(largest, Runtime.getRuntime().maxMemory() / 4));
  }

  long now() {
    return held.get();
  }

  /** Whether a body of that size could be held now. */
  boolean room(long bytes) {
    return bytes - FREE <= most - held.get();
  }

  private boolean take(long bytes) {
    if (held.addAndGet(bytes) <= most) return true;
    held.addAndGet(-bytes);
    return false;
  }

  Share share() {
    return new Share();
  }

  /** What one body holds. */
  final class Share {
    private long mine;

    /** Holds so many bytes from now on; false, and nothing changed, if there is no room. */
    boolean hold(long bytes) {
      long wanted = Math.max(0, bytes - FREE);
      if (wanted == mine) return true;
      if (wanted > mine && !take(wanted - mine)) return false;
      if (wanted < mine) held.addAndGet(wanted - mine);
      mine = wanted;
      return true;
    }

    void release() {
      hold(0);
    }
  }
}
