package io.innkeeper.simulators.openrouter;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/** {@code /messages}, Anthropic's form: usage without a cost. */
final class MessagesForm implements Form {
  @Override
  public String whole(Call call) {
    StringBuilder to = new StringBuilder(call.text().length() + 500);
    to.append(head(call)).append("\"content\":[{\"type\":\"text\",\"text\":");
    JsText.text(to, call.text());
    to.append("}],\"stop_reason\":\"").append(stop(call)).append("\",\"stop_sequence\":null");
    UsageText.messages(call).ifPresent(usage -> to.append(",\"usage\":").append(usage));
    return to.append('}').toString();
  }

  @Override
  public List<Buffer> opening(Call call, Events events) {
    long input = call.counted().prompt() - call.counted().cached() - call.counted().written();
    return List.of(
        events.named(
            "message_start",
            "{\"type\":\"message_start\",\"message\":"
                + head(call)
                + "\"content\":[],\"stop_reason\":null,\"stop_sequence\":null,\"usage\":"
                + "{\"input_tokens\":"
                + input
                + ",\"output_tokens\":1}}}"),
        events.named(
            "content_block_start",
            "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":"
                + "{\"type\":\"text\",\"text\":\"\"}}"));
  }

  @Override
  public Buffer piece(Call call, Events events, String text, String stamp) {
    return events.named(
        "content_block_delta",
        "{"
            + stamp
            + "\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":"
            + JsText.text(text)
            + "}}");
  }

  @Override
  public List<Buffer> closing(Call call, Events events) {
    String usage = UsageText.messages(call).map(told -> ",\"usage\":" + told).orElse("");
    return List.of(
        events.named("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}"),
        events.named(
            "message_delta",
            "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\""
                + stop(call)
                + "\",\"stop_sequence\":null}"
                + usage
                + "}"),
        events.named("message_stop", "{\"type\":\"message_stop\"}"));
  }

  @Override
  public Buffer failure(Call call, Events events) {
    return events.named(
        "error",
        "{\"type\":\"error\",\"error\":{\"type\":\"api_error\",\"message\":"
            + "\"Upstream closed the connection\"}}");
  }

  @Override
  public boolean saysDone() {
    return false;
  }

  private static String head(Call call) {
    String id = call.is(Word.NO_ID) ? "" : "\"id\":\"" + call.generation() + "\",";
    return "{"
        + id
        + "\"type\":\"message\",\"role\":\"assistant\",\"model\":"
        + JsText.text(call.model().id())
        + ",\"provider\":"
        + JsText.text(call.provider())
        + ",";
  }

  private static String stop(Call call) {
    return switch (call.finish()) {
      case "stop" -> "end_turn";
      case "length" -> "max_tokens";
      default -> call.finish();
    };
  }
}
