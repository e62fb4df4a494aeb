package io.innkeeper.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.http.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A page's event stream (server-sent events): the page's blocks are drawn again now and then, and
 * sent when they have changed. One virtual thread per open page; it ends when the reader leaves.
 */
final class LiveStream {
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final int QUIET_TURNS = 15;

  /** Draws what may have changed; answers whether there will be more. */
  interface Turn {
    boolean draw(Events out) throws IOException;
  }

  /** Where a turn puts its blocks. */
  static final class Events {
    private final OutputStream out;
    private final Map<String, String> sent = new HashMap<>();
    private int quiet;

    private Events(OutputStream out) {
      this.out = out;
    }

    /** Replaces the block of this id, if it looks different from what was sent last. */
    void swap(String id, String html) throws IOException {
      if (html.equals(sent.put(id, html))) return;
      send(id, html);
    }

    /** A line at the end of a list. */
    void append(String list, String html) throws IOException {
      send(list, html);
    }

    /** The page is over: it loads itself again. */
    void gone() throws IOException {
      send("gone", "");
    }

    private void send(String event, String data) throws IOException {
      StringBuilder text = new StringBuilder("event: ").append(event).append('\n');
      for (String line : data.split("\n", -1)) text.append("data: ").append(line).append('\n');
      out.write(text.append('\n').toString().getBytes(UTF_8));
      out.flush();
      quiet = 0;
    }

    private void beat() throws IOException {
      if (++quiet % QUIET_TURNS != 0) return;
      out.write(":\n\n".getBytes(UTF_8));
      out.flush();
    }
  }

  Reply of(Turn turn) {
    return Reply.stream(
            "text/event-stream;charset=utf-8",
            out -> {
              Events events = new Events(out);
              while (turn.draw(events)) {
                events.beat();
                Thread.sleep(EVERY);
              }
            })
        .with("X-Accel-Buffering", "no");
  }
}
