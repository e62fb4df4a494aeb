package io.innkeeper.openwebui;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Answers as Open WebUI 0.12.4 does at first; each answer can be replaced. */
final class TestingApp implements AutoCloseable {
  private record Canned(int status, String body) {}

  private final Map<String, Canned> answers = new ConcurrentHashMap<>();
  private final CopyOnWriteArrayList<String> asked = new CopyOnWriteArrayList<>();
  private final AppClients clients = new AppClients();
  private final HttpServer server;
  private volatile boolean hangs;

  TestingApp() {
    answer("/ready", 200, "{\"status\":true}");
    answer("/api/version", 200, "{\"version\":\"0.12.4\",\"deployment_id\":\"\"}");
    answer(
        "/api/config",
        200,
        "{\"name\":\"Acme (Open WebUI)\",\"features\":{\"enable_signup\":false}}");
    answer(
        "/api/v1/auths/signin",
        200,
        "{\"token\":\"t\",\"id\":\"1\",\"email\":\"a@b.c\",\"role\":\"admin\"}");
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  void answer(String path, int status, String body) {
    answers.put(path, new Canned(status, body));
  }

  void hang() {
    hangs = true;
  }

  /** From now on nothing listens. */
  void vanish() {
    server.stop(0);
  }

  /** Paths asked, with the protocol. */
  java.util.List<String> asked() {
    return asked;
  }

  AppClient client() {
    return client(Duration.ofMinutes(1));
  }

  AppClient client(Duration patience) {
    return clients.at(base(), patience);
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path + upgrade(exchange.getRequestHeaders().getFirst("Upgrade")));
    byte[] ignored = exchange.getRequestBody().readAllBytes();
    Canned canned = answers.getOrDefault(path, new Canned(200, "<!doctype html>"));
    byte[] body = canned.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(canned.status(), hangs ? ignored.length + 100_000L : body.length);
    exchange.getResponseBody().write(body);
    if (!hangs) {
      exchange.close();
    } else {
      exchange.getResponseBody().flush();
    }
  }

  private static String upgrade(@Nullable String header) {
    return header == null ? "" : " upgrade " + header;
  }

  @Override
  public void close() {
    clients.close();
    server.stop(0);
  }
}
