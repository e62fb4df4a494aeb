package io.innkeeper.simulators.openrouter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A request as it came, byte for byte.
 *
 * @param headers names and values in the order they came
 */
public record Received(
    String method, String uri, List<Map.Entry<String, String>> headers, byte[] body) {

  /** The first header of a name, whatever its case. */
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(one -> one.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The body as text. */
  public String text() {
    return new String(body, UTF_8);
  }

  /** As JSON; the body in base 64, so that no byte is changed on the way. */
  String json() {
    String lines =
        headers.stream()
            .map(one -> "[%s,%s]".formatted(JsText.text(one.getKey()), JsText.text(one.getValue())))
            .collect(Collectors.joining(","));
    return "{\"method\":%s,\"uri\":%s,\"headers\":[%s],\"body\":\"%s\"}"
        .formatted(
            JsText.text(method), JsText.text(uri), lines, Base64.getEncoder().encodeToString(body));
  }
}
