package io.innkeeper.simulators.openrouter;

import java.util.ArrayDeque;
import java.util.List;

/** The last requests, bounded in number and size; and how many there were. */
final class Inbox {
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  private final int most;
  private final ArrayDeque<Received> last = new ArrayDeque<>();
  private long bytes;
  private long count;

  Inbox(int most) {
    this.most = most;
  }

  boolean keeps() {
    return most > 0;
  }

  synchronized void add(Received request) {
    count++;
    last.addLast(request);
    bytes += request.body().length;
    while (last.size() > most || bytes > MOST_BYTES && last.size() > 1) {
      bytes -= last.removeFirst().body().length;
    }
  }

  synchronized List<Received> all() {
    return List.copyOf(last);
  }

  synchronized long count() {
    return count;
  }

  synchronized void clear() {
    last.clear();
    bytes = 0;
    count = 0;
  }
}
