package io.innkeeper.simulators.openrouter;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/** {@code /completions}, the older form. */
final class CompletionForm implements Form {
  @Override
  public String whole(Call call) {
    return body(call, call.text(), "\"" + call.finish() + "\"", true);
  }

  @Override
  public Buffer piece(Call call, Events events, String text, String stamp) {
    return events.event("{" + stamp + body(call, text, "null", false).substring(1));
  }

  @Override
  public List<Buffer> closing(Call call, Events events) {
    List<Buffer> all = new ArrayList<>();
    all.add(events.event(body(call, "", "\"" + call.finish() + "\"", true)));
    return all;
  }

  @Override
  public Buffer failure(Call call, Events events) {
    return new ChatForm().failure(call, events);
  }

  private static String body(Call call, String text, String finish, boolean last) {
    StringBuilder to = new StringBuilder(text.length() + 700).append('{');
    ChatForm.head(to, call, "text_completion");
    to.append("\"choices\":[{\"index\":0,\"text\":");
    JsText.text(to, text);
    to.append(",\"finish_reason\":").append(finish).append("}]");
    if (last) UsageText.chat(call).ifPresent(usage -> to.append(",\"usage\":").append(usage));
    return to.append('}').toString();
  }
}
