import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Many streams at once whose pieces the upstream writes one by one, each with the nanosecond at
 * which it was written; this side notes how long each was on its way. Both sides read the same
 * monotonic clock of the machine.
 */
final class PacedStreams {
  private static final Pattern STAMP = Pattern.compile("\"stamp\":\"0*(\\d+)\"");
  private static final int PIECES = 40;
  private static final int PACE_MILLIS = 100;

  /**
   * What came of them.
   *
   * @param first microseconds that the first piece of each stream was on its way
   * @param all the same of every piece
   * @param lost pieces that never came
   * @param merged pieces that came later than the one behind them was written
   */
  record Outcome(List<Long> first, List<Long> all, long lost, long merged) {}

  /** Asks at {@code /v1/chat/completions} beneath a base such as {@code /api}. */
  Outcome run(int port, String base, String key, int streams) throws Exception {
    byte[] request = request(base, key);
    List<Long> first = new ArrayList<>();
    List<Long> all = new ArrayList<>();
    long lost = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Long>>> running = new ArrayList<>();
      for (int stream = 0; stream < streams; stream++) {
        Callable<List<Long>> reader = () -> delays(port, request);
        running.add(threads.submit(reader));
        Thread.sleep(2);
      }
      for (Future<List<Long>> each : running) {
        List<Long> delays = each.get();
        lost += PIECES - delays.size();
        if (!delays.isEmpty()) first.add(delays.getFirst());
        all.addAll(delays);
      }
    }
    long merged = all.stream().filter(delay -> delay > PACE_MILLIS * 1_000L).count();
    return new Outcome(first, all, lost, merged);
  }

  private static List<Long> delays(int port, byte[] request) throws IOException {
    List<Long> delays = new ArrayList<>();
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setTcpNoDelay(true);
      socket.getOutputStream().write(request);
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      String status = lines.readLine();
      if (status == null || !status.contains(" 200 ")) throw new IOException("" + status);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        long now = System.nanoTime();
        Matcher stamp = STAMP.matcher(line);
        if (stamp.find()) delays.add((now - Long.parseLong(stamp.group(1))) / 1_000);
        if (line.startsWith("data: [DONE]")) return delays;
      }
    }
    return delays;
  }

  private static byte[] request(String base, String key) {
    String body =
        "{\"stream\":true,\"model\":\"acme/lark-mini#pace=%d,pieces=%d,stamp\",\"max_tokens\":400,"
                .formatted(PACE_MILLIS, PIECES)
            + "\"messages\":[{\"role\":\"user\",\"content\":\"Pada?\"}]}";
    return ("""
            POST %s/v1/chat/completions HTTP/1.1\r
            Host: 127.0.0.1\r
            Authorization: Bearer %s\r
            Content-Type: application/json\r
            Content-Length: %d\r
            \r
            %s""")
        .formatted(base, key, body.getBytes(StandardCharsets.UTF_8).length, body)
        .getBytes(StandardCharsets.UTF_8);
  }
}
