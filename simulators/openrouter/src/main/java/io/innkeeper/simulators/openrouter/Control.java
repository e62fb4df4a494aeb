package io.innkeeper.simulators.openrouter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** {@code /_simulator/...}: what was received and charged, and how to behave. */
final class Control {
  private static final Script DONE = Script.json(200, "{}");

  private final World world;

  Control(World world) {
    this.world = world;
  }

  Script answer(HttpServerRequest request, String path, Buffer body) {
    String text = body.toString();
    return switch (request.method().name() + " " + path) {
      case "GET ", "GET /" -> Script.json(200, words());
      case "GET /charges" -> Script.json(200, charges());
      case "GET /requests" -> Script.json(200, requests(request.getParam("last", "1")));
      case "PUT /behaviour" -> done(() -> world.behave(Behaviour.parse(text)));
      case "POST /next" -> done(() -> world.next(Behaviour.parse(text)));
      case "POST /at" -> done(() -> world.at(request.getParam("place", ""), Behaviour.parse(text)));
      case "PUT /clock" -> done(() -> world.clock().ahead(Duration.parse(text.strip())));
      case "PUT /models" -> done(() -> offer(text));
      case "POST /forget" -> done(world::forget);
      default -> Refusals.script("not-found");
    };
  }

  private static Script done(Runnable act) {
    act.run();
    return DONE;
  }

  private void offer(String models) {
    try {
      world.models().replace(new ObjectMapper().readTree(models));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("That is no list of models.", e);
    }
  }

  private String charges() {
    Books books = world.books();
    return books.charges().stream()
        .map(Charge::json)
        .collect(
            Collectors.joining(
                ",",
                "{\"count\":%d,\"total\":\"%s\",\"charges\":["
                    .formatted(books.count(), books.total().toPlainString()),
                "]}"));
  }

  private String requests(String last) {
    List<Received> all = world.inbox().all();
    return all.subList(Math.max(0, all.size() - Integer.parseInt(last)), all.size()).stream()
        .map(Received::json)
        .collect(
            Collectors.joining(
                ",", "{\"count\":%d,\"requests\":[".formatted(world.inbox().count()), "]}"));
  }

  /** Every word and its meaning. */
  private static String words() {
    return Arrays.stream(Word.values())
        .map(one -> JsText.text(one.word()) + ":" + JsText.text(one.meaning()))
        .collect(Collectors.joining(",\n", "{", "}\n"));
  }
}
