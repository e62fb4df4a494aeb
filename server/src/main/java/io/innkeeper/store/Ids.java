package io.innkeeper.store;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * Time-ordered ids (UUID version 7, RFC 9562): later ids sort later, also within one millisecond.
 * Thread-safe.
 */
public final class Ids {
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final ByteBuffer drawn = ByteBuffer.allocate(512).position(512);
  private long lastMillis;
  private int counter;

  public Ids(Clock clock) {
    this.clock = clock;
  }

  public synchronized UUID next() {
    long now = Math.max(clock.millis(), lastMillis);
    if (now == lastMillis) {
      // 12 bits of rand_a count within the millisecond; overflow borrows the next one.
      if (++counter > 0xfff) {
        now++;
        counter = random.nextInt(0x400);
      }
    } else {
      counter = random.nextInt(0x400);
    }
    lastMillis = now;
    long high = (now << 16) | 0x7000L | counter;
    long low = (random() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  /** Drawn in bulk: each drawing is a call of the system. */
  private long random() {
    if (!drawn.hasRemaining()) {
      random.nextBytes(drawn.array());
      drawn.clear();
    }
    return drawn.getLong();
  }
}
