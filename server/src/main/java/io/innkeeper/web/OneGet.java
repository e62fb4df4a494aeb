package io.innkeeper.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One GET over HTTP/1.1 to an address that was chosen before: Java's own clients look names up
 * themselves, a second time. No redirect is followed.
 */
public final class OneGet {
  private static final int LONGEST_HEAD = 16 * 1024;

  private final int mostBytes;
  private final Deadline deadline;
  private int headBytes;

  public OneGet(int mostBytes, Deadline deadline) {
    this.mostBytes = mostBytes;
    this.deadline = deadline;
  }

  /**
   * What came back.
   *
   * @param headers the last of each name, in lower case
   * @param body empty unless the status is 200
   */
  public record Answer(int status, Map<String, String> headers, byte[] body) {
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }
  }

  /** The answer is larger than allowed. */
  public static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1;

    private TooMuch(int mostBytes) {
      super("the answer is longer than " + mostBytes / 1024 + " kB");
    }
  }

  /**
   * Asks.
   *
   * @param lines header lines; without a {@code Host} it is the one of the address
   * @throws IOException when nothing, nothing sensible or too much is answered, or too late
   */
  public Answer of(URI url, InetAddress address, Map<String, String> lines) throws IOException {
    boolean secure = "https".equalsIgnoreCase(url.getScheme());
    int port = url.getPort() > 0 ? url.getPort() : secure ? 443 : 80;
    try (Socket plain = new Socket();
        Deadline.Watch unused = deadline.watch(plain)) {
      plain.connect(new InetSocketAddress(address, port), deadline.leftMillis());
      Socket socket = secure ? secured(plain, url.getHost(), port) : plain;
      socket.getOutputStream().write(request(url, lines).getBytes(US_ASCII));
      socket.getOutputStream().flush();
      return answer(new BufferedInputStream(socket.getInputStream()));
    }
  }

  /** The certificate must be the name's, whatever address it is. */
  private static Socket secured(Socket plain, String host, int port) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    String name = host.replaceAll("^\\[|\\]$", "");
    SSLSocket socket = (SSLSocket) factory.createSocket(plain, name, port, true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static String request(URI url, Map<String, String> lines) {
    URI plain = URI.create(url.toASCIIString());
    String path = plain.getRawPath().isEmpty() ? "/" : plain.getRawPath();
    String query = plain.getRawQuery() == null ? "" : "?" + plain.getRawQuery();
    StringBuilder request = new StringBuilder("GET " + path + query + " HTTP/1.1\r\n");
    if (!lines.containsKey("Host")) {
      String port = plain.getPort() > 0 ? ":" + plain.getPort() : "";
      request.append("Host: ").append(plain.getHost()).append(port).append("\r\n");
    }
    lines.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
    return request
        .append("Accept-Encoding: identity\r\nUser-Agent: Innkeeper\r\nConnection: close\r\n\r\n")
        .toString();
  }

  private Answer answer(InputStream in) throws IOException {
    String[] status = line(in).split(" ", 3);
    if (status.length < 2 || !status[0].startsWith("HTTP/1.") || !status[1].matches("[1-5]\\d\\d"))
      throw new IOException("the answer is not HTTP");
    Map<String, String> headers = new HashMap<>();
    for (String head = line(in); !head.isEmpty(); head = line(in)) {
      int colon = head.indexOf(':');
      if (colon < 1) throw new IOException("the answer is not HTTP");
      headers.put(
          head.substring(0, colon).toLowerCase(Locale.ROOT), head.substring(colon + 1).strip());
    }
    int code = Integer.parseInt(status[1]);
    return new Answer(code, Map.copyOf(headers), code == 200 ? body(in, headers) : new byte[0]);
  }

  private byte[] body(InputStream in, Map<String, String> headers) throws IOException {
    String transfer = headers.getOrDefault("transfer-encoding", "").toLowerCase(Locale.ROOT);
    if (transfer.contains("chunked")) return chunks(in);
    String length = headers.getOrDefault("content-length", "");
    return body(in, length.matches("\\d{1,15}") ? Long.parseLong(length) : -1);
  }

  private byte[] body(InputStream in, long length) throws IOException {
    if (length > mostBytes) throw new TooMuch(mostBytes);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    pour(in, body, length < 0 ? Long.MAX_VALUE : length);
    if (length >= 0 && body.size() < length) throw new IOException("the answer ends too early");
    return body.toByteArray();
  }

  private byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      String size = line(in).split(";")[0].strip();
      if (!size.matches("[0-9a-fA-F]{1,7}")) throw new IOException("a chunk has no length");
      int length = Integer.parseInt(size, 16);
      if (length == 0) return body.toByteArray();
      int before = body.size();
      pour(in, body, length);
      if (body.size() - before < length) throw new IOException("the answer ends too early");
      if (!line(in).isEmpty()) throw new IOException("a chunk has no end");
    }
  }

  private void pour(InputStream in, ByteArrayOutputStream to, long most) throws IOException {
    byte[] buffer = new byte[8192];
    for (long left = most; left > 0; ) {
      int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read < 0) return;
      to.write(buffer, 0, read);
      if (to.size() > mostBytes) throw new TooMuch(mostBytes);
      left -= read;
    }
  }

  private String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      int next = in.read();
      if (next < 0 || ++headBytes > LONGEST_HEAD + mostBytes / 8)
        throw new IOException("the answer ends too early");
      if (next == '\n') break;
      if (line.size() > LONGEST_HEAD) throw new IOException("a line without end");
      line.write(next);
    }
    String text = line.toString(ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
