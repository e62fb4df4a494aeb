package io.innkeeper.simulators.vcf;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A request as it came. */
record Asked(
    String method,
    String path,
    Map<String, String> query,
    Optional<String> bearer,
    Optional<String> type,
    byte[] bytes) {
  static final ObjectMapper JSON = new ObjectMapper();

  static Asked read(HttpExchange exchange) throws IOException {
    Map<String, String> query = new LinkedHashMap<>();
    String raw = exchange.getRequestURI().getRawQuery();
    for (String part : raw == null ? new String[0] : raw.split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0)
        query.put(part.substring(0, equals), URLDecoder.decode(part.substring(equals + 1), UTF_8));
    }
    return new Asked(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        query,
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")),
        exchange.getRequestBody().readAllBytes());
  }

  String line() {
    return method + " " + path;
  }

  /** The body; a missing node when it is no JSON. */
  JsonNode body() {
    try {
      JsonNode node = JSON.readTree(bytes);
      return node == null ? JSON.missingNode() : node;
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A text that is JSON. */
  static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
