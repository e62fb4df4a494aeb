package io.innkeeper.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.innkeeper.client.Json;
import io.innkeeper.simulators.openrouter.OpenRouterSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** The stand-in for OpenRouter behind a door that counts what comes and can spoil an answer. */
final class TestingOpenRouter implements AutoCloseable {
  static final String MANAGEMENT = OpenRouterSimulator.MANAGEMENT_KEY;

  private final OpenRouterSimulator simulator = OpenRouterSimulator.start(0);
  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpServer door;
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> spoiled = new ConcurrentHashMap<>();
  private volatile boolean empty;

  TestingOpenRouter() {
    try {
      door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    door.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    door.createContext("/", this::pass);
    door.start();
  }

  String url() {
    return "http://127.0.0.1:" + door.getAddress().getPort() + "/api/v1";
  }

  /** From now on calls such as {@code POST /keys} are answered with this status, not passed on. */
  void refuse(String call, int status) {
    spoiled.put(call, status);
  }

  /** From now on such a call is done, but its answer lost. */
  void lose(String call) {
    spoiled.put(call, 0);
  }

  /** From now on such a call is done, but answered only after that many milliseconds. */
  void slow(String call, int millis) {
    spoiled.put(call, -millis);
  }

  /** From now on the account lists no keys, as another account does. */
  void listNothing() {
    empty = true;
  }

  /** What was asked, as {@code GET /keys}; hashes left out. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  /** What was asked that changes something. */
  List<String> changes() {
    return calls.stream().filter(call -> !call.startsWith("GET")).toList();
  }

  /** All keys as the account lists them, newest first. */
  List<JsonNode> keys() {
    List<JsonNode> all = new ArrayList<>();
    ask("GET", "/keys?include_disabled=true", "").path("data").forEach(all::add);
    return all;
  }

  /** Makes a key behind everybody's back and answers its secret. */
  String make(String name) {
    return ask(
            "POST", "/keys", "{\"name\":\"" + name + "\",\"limit\":50,\"limit_reset\":\"monthly\"}")
        .path("key")
        .asText();
  }

  /** Whether a key opens anything. */
  boolean opens(String secret) {
    return send("GET", "/key", secret, "").statusCode() == 200;
  }

  private JsonNode ask(String method, String path, String body) {
    try {
      return Json.LENIENT.readTree(send(method, path, MANAGEMENT, body).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<byte[]> send(String method, String path, String key, String body) {
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path))
              .header("Authorization", "Bearer " + key)
              .method(method, BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().toString().substring("/api/v1".length());
      String call = exchange.getRequestMethod() + " " + path.replaceFirst("[?].*", "");
      call = call.replaceFirst("/keys/.*", "/keys/HASH");
      calls.add(call);
      if (empty && call.equals("GET /keys")) {
        answer(exchange, 200, "{\"data\":[]}".getBytes());
        return;
      }
      int spoil = spoiled.getOrDefault(call, -1);
      if (spoil > 0) {
        answer(exchange, spoil, "{\"error\":{\"message\":\"Spoiled\"}}".getBytes());
        return;
      }
      String key = exchange.getRequestHeaders().getFirst("Authorization").substring(7);
      String body = new String(exchange.getRequestBody().readAllBytes());
      HttpResponse<byte[]> real = send(exchange.getRequestMethod(), path, key, body);
      if (spoil == 0) return;
      if (spoil < -1) Thread.sleep(-spoil);
      answer(exchange, real.statusCode(), real.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    door.stop(0);
    http.close();
    simulator.close();
  }
}
