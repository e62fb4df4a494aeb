package io.innkeeper.simulators.openrouter;

import io.vertx.core.buffer.Buffer;

/** Server-sent events in the dialect that was asked for. */
final class Events {
  private final String line;
  private final String data;
  private final boolean severalLines;

  Events(Behaviour behaviour) {
    line = behaviour.is(Word.CRLF) ? "\r\n" : "\n";
    data = behaviour.is(Word.NO_SPACE) ? "data:" : "data: ";
    severalLines = behaviour.is(Word.MULTI_LINE);
  }

  Buffer comment() {
    return Buffer.buffer(": OPENROUTER PROCESSING" + line + line);
  }

  Buffer done() {
    return Buffer.buffer(data + "[DONE]" + line + line);
  }

  Buffer event(String json) {
    return Buffer.buffer(text(json));
  }

  /** An event with a name, as the Responses and the Anthropic form have them. */
  Buffer named(String name, String json) {
    return Buffer.buffer("event: " + name + line + text(json));
  }

  String text(String json) {
    String shown =
        severalLines && json.startsWith("{")
            ? "{" + line + data + json.substring(1, json.length() - 1) + line + data + "}"
            : json;
    return data + shown + line + line;
  }
}
