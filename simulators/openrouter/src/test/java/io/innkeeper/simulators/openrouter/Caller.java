package io.innkeeper.simulators.openrouter;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Calls the stand-in as a program would. */
final class Caller implements AutoCloseable {
  static final String KEY = "sk-or-v1-test-acme";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final OpenRouterSimulator simulator;
  private final HttpClient http = HttpClient.newHttpClient();

  Caller(OpenRouterSimulator simulator) {
    this.simulator = simulator;
  }

  HttpResponse<String> chat(String words, boolean stream) throws IOException {
    return post("/chat/completions", words, body("acme/lark-mini", stream));
  }

  static String body(String model, boolean stream) {
    return """
        {"model":"%s","stream":%b,"user":"t1-u2","messages":[{"role":"user","content":"Dzień dobry"}]}"""
        .formatted(model, stream);
  }

  HttpResponse<String> post(String path, String words, String body) throws IOException {
    return send("POST", path, KEY, words, body);
  }

  HttpResponse<String> get(String path, String key) throws IOException {
    return send("GET", path, key, "", "");
  }

  HttpResponse<String> send(String method, String path, String key, String words, String body)
      throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .header("X-Simulate", words)
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  @Override
  public void close() {
    http.close();
  }
}
