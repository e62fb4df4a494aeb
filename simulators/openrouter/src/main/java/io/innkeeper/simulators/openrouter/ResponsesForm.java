package io.innkeeper.simulators.openrouter;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/** {@code /responses}. */
final class ResponsesForm implements Form {
  @Override
  public String whole(Call call) {
    return response(call, "completed", true);
  }

  @Override
  public List<Buffer> opening(Call call, Events events) {
    return List.of(
        events.named(
            "response.created",
            "{\"type\":\"response.created\",\"response\":"
                + response(call, "in_progress", false)
                + "}"));
  }

  @Override
  public Buffer piece(Call call, Events events, String text, String stamp) {
    return events.named(
        "response.output_text.delta",
        "{"
            + stamp
            + "\"type\":\"response.output_text.delta\",\"item_id\":\"msg_1\",\"output_index\":0,"
            + "\"content_index\":0,\"delta\":"
            + JsText.text(text)
            + "}");
  }

  @Override
  public List<Buffer> closing(Call call, Events events) {
    return List.of(
        events.named(
            "response.completed",
            "{\"type\":\"response.completed\",\"response\":"
                + response(call, "completed", true)
                + "}"));
  }

  @Override
  public Buffer failure(Call call, Events events) {
    return events.named(
        "response.failed",
        "{\"type\":\"response.failed\",\"error_type\":\"provider_unavailable\",\"response\":{"
            + id(call)
            + "\"object\":\"response\",\"status\":\"failed\","
            + Refusals.member(call.behaviour())
            + "}}");
  }

  private static String id(Call call) {
    return call.is(Word.NO_ID) ? "" : "\"id\":\"" + call.generation() + "\",";
  }

  private static String response(Call call, String status, boolean full) {
    StringBuilder to = new StringBuilder(call.text().length() + 700).append('{').append(id(call));
    to.append("\"object\":\"response\",\"created_at\":").append(call.created());
    to.append(",\"model\":").append(JsText.text(call.model().id()));
    to.append(",\"status\":\"").append(status).append("\",\"error\":null,\"output\":[");
    if (full) {
      to.append(
          "{\"type\":\"message\",\"id\":\"msg_1\",\"status\":\"completed\",\"role\":\"assistant\",");
      to.append("\"content\":[{\"type\":\"output_text\",\"annotations\":[],\"text\":");
      JsText.text(to, call.text());
      to.append("}]}");
    }
    to.append(']');
    if (full) UsageText.responses(call).ifPresent(usage -> to.append(",\"usage\":").append(usage));
    return to.append('}').toString();
  }
}
