package io.innkeeper.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Every screen with sample data, served as the program serves them: {@code main} prints the address
 * of a page that lists them. {@code ?theme=dark} shows the night.
 */
final class ConsolePreview implements AutoCloseable {
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src"
          + " 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors"
          + " 'none'";

  private final Assets assets = new Assets();
  private final Templates templates = new Templates(assets);
  private final Map<String, SampleScreens.Shown> screens = SampleScreens.all();
  private final HttpServer server;

  ConsolePreview(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answerOrSay);
    server.start();
  }

  public static void main(String[] args) throws IOException {
    ConsolePreview preview = new ConsolePreview(args.length > 0 ? Integer.parseInt(args[0]) : 8090);
    System.out.println("The console with sample data: " + preview.address());
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answerOrSay(HttpExchange exchange) throws IOException {
    try {
      answer(exchange);
    } catch (RuntimeException e) {
      e.printStackTrace();
      send(exchange, 500, "text/plain", e.toString().getBytes(StandardCharsets.UTF_8), false);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.startsWith(assets.base() + "/")) {
      asset(exchange, path.substring(assets.base().length() + 1));
      return;
    }
    if (path.startsWith(SampleBrand.PICTURES)) {
      byte[] picture = SampleBrand.picture(path.substring(SampleBrand.PICTURES.length()));
      send(exchange, 200, "image/png", picture, false);
      return;
    }
    String name = path.substring(1);
    String body = page(name, exchange);
    if (body.isEmpty())
      send(exchange, 404, "text/plain", "No such sample.".getBytes(StandardCharsets.UTF_8), false);
    else send(exchange, 200, "text/html; charset=utf-8", gzip(body), true);
  }

  private String page(String name, HttpExchange exchange) {
    if (name.isEmpty()) return index();
    SampleScreens.Shown shown = screens.get(alias(name));
    if (shown == null) return "";
    String query = exchange.getRequestURI().getQuery();
    String html;
    if (exchange.getRequestHeaders().containsKey("Hx-request")) {
      html =
          templates.fragment(
              shown.shell(),
              shown.screen(),
              "hits".equals(exchange.getRequestHeaders().getFirst("Hx-target"))
                  ? "hits"
                  : "dialog");
    } else html = templates.page(shown.shell(), shown.screen());
    if (query != null && query.contains("theme=dark")) {
      html = html.replace("data-theme=\"system\"", "data-theme=\"dark\"");
    }
    return html;
  }

  /** The addresses that sample pages lead to, so that one can walk a little. */
  private static String alias(String name) {
    if (name.endsWith("/commands")) return "commands";
    if (name.endsWith("/erase")) return "tenant-erase";
    if (name.endsWith("/stop") || name.endsWith("/restart")) return "tenant-stop";
    if (name.equals("tenants/new")) return "tenant-open";
    if (name.endsWith("/change")) return "tenant-change";
    return name;
  }

  private String index() {
    StringBuilder links = new StringBuilder("<!doctype html><title>Screens</title>");
    screens
        .keySet()
        .forEach(
            name ->
                links
                    .append("<p><a href=\"/")
                    .append(name)
                    .append("\">")
                    .append(name)
                    .append("</a> <a href=\"/")
                    .append(name)
                    .append("?theme=dark\">dark</a>"));
    return links.toString();
  }

  private void asset(HttpExchange exchange, String name) throws IOException {
    var found = assets.find(name);
    if (found.isEmpty()) {
      send(exchange, 404, "text/plain", new byte[] {'-'}, false);
      return;
    }
    exchange.getResponseHeaders().set("Cache-Control", "public, max-age=31536000, immutable");
    send(exchange, 200, found.get().type(), found.get().gzip(), found.get().compressed());
  }

  private static void send(
      HttpExchange exchange, int status, String type, byte[] body, boolean gzip)
      throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type);
    headers.set("Content-Security-Policy", POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    if (gzip) headers.set("Content-Encoding", "gzip");
    exchange.sendResponseHeaders(status, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static byte[] gzip(String body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(body.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
