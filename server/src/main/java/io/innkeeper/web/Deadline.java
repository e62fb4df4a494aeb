package io.innkeeper.web;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/** One limit for everything that belongs to a call, redirects and handshakes included. */
public record Deadline(long nanos) {
  public static Deadline in(Duration patience) {
    return new Deadline(System.nanoTime() + patience.toNanos());
  }

  public boolean over() {
    return System.nanoTime() - nanos >= 0;
  }

  int leftMillis() throws IOException {
    long left = nanos - System.nanoTime();
    if (left <= 0) throw new IOException("too late");
    return (int) Math.min(Math.ceilDiv(left, 1_000_000), Integer.MAX_VALUE);
  }

  /**
   * Closes a socket when the time is over: whoever answers one byte now and then would satisfy any
   * limit between two bytes.
   */
  Watch watch(Socket socket) {
    return new Watch(Thread.ofVirtual().start(() -> closeWhenOver(socket)));
  }

  /** Never before: whoever asks afterwards why it was closed is told by {@link #over}. */
  private void closeWhenOver(Socket socket) {
    try {
      while (!over()) Thread.sleep(Duration.ofNanos(Math.max(1, nanos - System.nanoTime())));
      socket.close();
    } catch (InterruptedException answered) {
      Thread.currentThread().interrupt();
    } catch (IOException gone) {
      // It was closed meanwhile, which is all that is wanted.
    }
  }

  /** Ends with the call. */
  record Watch(Thread thread) implements AutoCloseable {
    @Override
    public void close() {
      thread.interrupt();
    }
  }
}
