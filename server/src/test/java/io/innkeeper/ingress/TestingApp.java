package io.innkeeper.ingress;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An app behind nginx: tells what it was asked with, counts bodies, streams events until it is told
 * to end, and echoes on a websocket. Speaks HTTP/1.1 itself, so that nothing is hidden.
 */
public final class TestingApp implements AutoCloseable {
  private final ServerSocket server;
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicReference<Request> last = new AtomicReference<>();

  /** A request as it came in. */
  public record Request(String method, String path, Map<String, String> headers) {
    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  private TestingApp(ServerSocket server) {
    this.server = server;
    Thread.ofVirtual().start(this::accept);
  }

  public static TestingApp start() throws IOException {
    return new TestingApp(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
  }

  public int port() {
    return server.getLocalPort();
  }

  public Request last() {
    return Objects.requireNonNull(last.get(), "nobody has asked yet");
  }

  /** Lets the open streams say their last word. */
  public void endStreams() {
    end.countDown();
  }

  /** Whether they were told to. */
  public boolean ending() {
    return end.getCount() == 0;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      for (Request request = read(in); request != null; request = read(in)) {
        last.set(request);
        answer(request, in, out);
      }
    } catch (IOException | InterruptedException gone) {
      // the other side has hung up
    }
  }

  private void answer(Request request, InputStream in, OutputStream out)
      throws IOException, InterruptedException {
    switch (request.path()) {
      case "/stream" -> stream(out);
      case "/socket" -> socket(request, in, out);
      case "/redirect" ->
          write(out, "HTTP/1.1 302 Found\r\nLocation: /next\r\nContent-Length: 0\r\n\r\n");
      default -> plain(out, "body " + body(request, in));
    }
  }

  private static void plain(OutputStream out, String text) throws IOException {
    write(out, "HTTP/1.1 200 OK\r\nContent-Length: " + text.length() + "\r\n\r\n" + text);
  }

  private void stream(OutputStream out) throws IOException, InterruptedException {
    write(
        out,
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
    int number = 0;
    do {
      chunk(out, "data: " + number++ + "\n\n");
    } while (!end.await(20, java.util.concurrent.TimeUnit.MILLISECONDS));
    chunk(out, "data: [DONE] " + number + "\n\n");
    write(out, "0\r\n\r\n");
  }

  private static void chunk(OutputStream out, String text) throws IOException {
    write(out, Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
  }

  /** Short frames only, echoed unmasked. */
  private static void socket(Request request, InputStream in, OutputStream out) throws IOException {
    if (!request.header("upgrade").equals("websocket")) {
      plain(out, "no websocket");
      return;
    }
    write(
        out,
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: "
            + accept(request.header("sec-websocket-key"))
            + "\r\n\r\n");
    while (true) {
      int first = in.read();
      if (first < 0 || (first & 0x0f) == 8) return;
      byte[] mask = new byte[4];
      int length = in.read() & 0x7f;
      if (in.readNBytes(mask, 0, 4) < 4) return;
      byte[] text = in.readNBytes(length);
      for (int i = 0; i < text.length; i++) text[i] ^= mask[i % 4];
      out.write(new byte[] {(byte) 0x81, (byte) length});
      out.write(text);
      out.flush();
    }
  }

  private static String accept(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1")
              .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(ISO_8859_1));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long body(Request request, InputStream in) throws IOException {
    if (request.header("transfer-encoding").equals("chunked")) return chunked(in);
    String length = request.header("content-length");
    return length.isEmpty() ? 0 : in.readNBytes(Integer.parseInt(length)).length;
  }

  private static long chunked(InputStream in) throws IOException {
    long total = 0;
    while (true) {
      int size = Integer.parseInt(line(in), 16);
      total += in.readNBytes(size).length;
      line(in);
      if (size == 0) return total;
    }
  }

  private static @org.jspecify.annotations.Nullable Request read(InputStream in)
      throws IOException {
    String first = line(in);
    if (first.isEmpty()) return null;
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    String[] words = first.split(" ");
    return new Request(words[0], words[1], headers);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read())
      if (next != '\r') line.append((char) next);
    return line.toString();
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    end.countDown();
    server.close();
  }
}
