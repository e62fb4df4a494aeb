package io.innkeeper.gateway;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.Optional;

/** A request's {@code stream_options}, asked for the usage too; the caller's other options stay. */
final class StreamOptions {
  /** What asks for nothing else. */
  static final String USAGE = "{\"include_usage\":true}";

  private static final String NAME = "include_usage";

  private StreamOptions() {}

  /**
   * The edit of options that don't ask yet.
   *
   * @param written as {@link BodyScan} keeps them; empty if they are too long, and then replaced
   */
  static Optional<BodyEdit> edit(BodyScan.Span span, Optional<String> written) {
    String asking = written.map(StreamOptions::asking).orElse(USAGE);
    return written.filter(asking::equals).isPresent()
        ? Optional.empty()
        : Optional.of(new BodyEdit(span.from(), span.to(), Buffer.buffer(asking)));
  }

  private static String asking(String options) {
    StringBuilder asking = new StringBuilder(options);
    try (JsonParser json = Json.FACTORY.createParser(options)) {
      if (json.nextToken() != JsonToken.START_OBJECT) return USAGE;
      boolean named = false;
      boolean empty = true;
      int longer = 0;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean usage = json.currentName().equals(NAME);
        JsonToken value = json.nextToken();
        int from = (int) json.currentTokenLocation().getCharOffset();
        json.skipChildren();
        json.finishToken();
        int to = (int) json.currentLocation().getCharOffset();
        empty = false;
        if (!usage) continue;
        named = true;
        if (value == JsonToken.VALUE_TRUE) continue;
        asking.replace(from + longer, to + longer, "true");
        longer += "true".length() - (to - from);
      }
      if (!named) asking.insert(1, "\"" + NAME + "\":true" + (empty ? "" : ","));
      return asking.toString();
    } catch (IOException e) {
      return USAGE;
    }
  }
}
