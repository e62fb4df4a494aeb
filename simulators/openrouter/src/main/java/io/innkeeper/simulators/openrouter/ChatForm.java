package io.innkeeper.simulators.openrouter;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/** {@code /chat/completions}. */
final class ChatForm implements Form {
  @Override
  public String whole(Call call) {
    StringBuilder to = new StringBuilder(call.text().length() + 900).append('{');
    head(to, call, "chat.completion");
    to.append(
        "\"service_tier\":null,\"choices\":[{\"index\":0,\"logprobs\":null,\"finish_reason\":\"");
    to.append(call.finish()).append("\",\"native_finish_reason\":\"").append(call.finish());
    to.append("\",\"message\":{\"role\":\"assistant\",\"content\":");
    JsText.text(to, call.text());
    to.append(",\"refusal\":null,\"reasoning\":null}}]");
    UsageText.chat(call).ifPresent(usage -> to.append(",\"usage\":").append(usage));
    return to.append('}').toString();
  }

  static void head(StringBuilder to, Call call, String object) {
    if (!call.is(Word.NO_ID)) to.append("\"id\":\"").append(call.generation()).append("\",");
    to.append("\"object\":\"").append(object).append("\",\"created\":").append(call.created());
    to.append(",\"model\":");
    JsText.text(to, call.model().id());
    to.append(",\"provider\":");
    JsText.text(to, call.provider());
    to.append(',');
  }

  @Override
  public Buffer piece(Call call, Events events, String text, String stamp) {
    StringBuilder to = new StringBuilder(text.length() + 320).append('{').append(stamp);
    head(to, call, "chat.completion.chunk");
    to.append("\"choices\":[");
    choice(to, text, "null");
    to.append(call.is(Word.USAGE_NULL) ? "],\"usage\":null}" : "]}");
    return events.event(to.toString());
  }

  private static void choice(StringBuilder to, String text, String finish) {
    to.append("{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":");
    JsText.text(to, text);
    to.append("},\"finish_reason\":").append(finish);
    to.append(",\"native_finish_reason\":").append(finish).append('}');
  }

  @Override
  public List<Buffer> closing(Call call, Events events) {
    List<Buffer> all = new ArrayList<>();
    String finish = "\"" + call.finish() + "\"";
    StringBuilder end = new StringBuilder(320).append('{');
    head(end, call, "chat.completion.chunk");
    end.append("\"choices\":[");
    choice(end, "", finish);
    all.add(events.event(end.append("]}").toString()));
    if (call.is(Word.USAGE_TWICE)) all.add(usage(call, events, finish, UsageText.half(call)));
    UsageText.chat(call).ifPresent(usage -> all.add(usage(call, events, finish, usage)));
    return all;
  }

  private static Buffer usage(Call call, Events events, String finish, String usage) {
    StringBuilder to = new StringBuilder(900).append('{');
    head(to, call, "chat.completion.chunk");
    to.append("\"service_tier\":null,\"choices\":[");
    if (!call.is(Word.USAGE_ALONE)) choice(to, "", finish);
    return events.event(to.append("],\"usage\":").append(usage).append('}').toString());
  }

  @Override
  public Buffer failure(Call call, Events events) {
    StringBuilder to = new StringBuilder(420).append('{');
    head(to, call, "chat.completion.chunk");
    to.append(Refusals.member(call.behaviour()));
    if (!call.is(Word.ERROR_PLAIN)) {
      to.append(
          ",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"},\"finish_reason\":\"error\"}]");
    }
    return events.event(to.append('}').toString());
  }
}
