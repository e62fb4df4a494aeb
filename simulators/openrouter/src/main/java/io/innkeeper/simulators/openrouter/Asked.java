package io.innkeeper.simulators.openrouter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;

/**
 * What a request asks for, read in one pass.
 *
 * @param user empty for none
 * @param mostTokens the longest answer; a very large number for no limit
 * @param promptChars characters of all that the model reads
 * @param lastText what the user said last
 * @param provider the first one it wants; empty for none
 */
record Asked(
    String model,
    boolean stream,
    String user,
    int mostTokens,
    long promptChars,
    String lastText,
    int images,
    String provider) {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final Set<String> NOT_SAID = Set.of("tools", "system", "instructions");

  /**
   * Reads a body.
   *
   * @throws IOException if it is no JSON object
   */
  static Asked read(byte[] body) throws IOException {
    try (JsonParser from = FACTORY.createParser(body)) {
      if (from.nextToken() != JsonToken.START_OBJECT) throw new IOException("no object");
      return new Reading(from).all();
    }
  }

  /** One pass over the body. */
  private static final class Reading {
    private final JsonParser from;
    private String model = "";
    private boolean stream;
    private String user = "";
    private int most = Integer.MAX_VALUE;
    private long chars;
    private String last = "";
    private String role = "user";
    private String section = "";
    private int images;
    private String provider = "";

    Reading(JsonParser from) {
      this.from = from;
    }

    Asked all() throws IOException {
      while (from.nextToken() == JsonToken.FIELD_NAME) {
        String name = from.currentName();
        from.nextToken();
        field(name);
      }
      return new Asked(model, stream, user, most, chars, last, images, provider);
    }

    private void field(String name) throws IOException {
      switch (name) {
        case "model" -> model = from.getText();
        case "stream" -> stream = from.getBooleanValue();
        case "user" -> user = from.getText();
        case "max_tokens", "max_completion_tokens", "max_output_tokens" -> {
          if (from.currentToken().isNumeric()) most = from.getIntValue();
        }
        case "messages", "input", "prompt", "system", "instructions", "tools" -> words(name);
        case "provider" -> provider();
        default -> from.skipChildren();
      }
    }

    private void words(String name) throws IOException {
      section = name;
      if (from.currentToken() == JsonToken.VALUE_STRING) {
        word(name, from.getText());
        return;
      }
      int depth = 0;
      String field = name;
      do {
        JsonToken token = from.currentToken();
        if (token.isStructStart()) depth++;
        else if (token.isStructEnd()) depth--;
        else if (token == JsonToken.FIELD_NAME) field = from.currentName();
        else if (token == JsonToken.VALUE_STRING) word(field, from.getText());
        if (depth > 0) from.nextToken();
      } while (depth > 0);
    }

    private void word(String field, String text) {
      switch (field) {
        case "role" -> role = text;
        case "type", "id", "name", "detail" -> {}
        case "url" -> images++;
        default -> {
          chars += text.length();
          if (role.equals("user") && !NOT_SAID.contains(section)) last = text;
        }
      }
    }

    private void provider() throws IOException {
      if (from.currentToken() != JsonToken.START_OBJECT) return;
      while (from.nextToken() == JsonToken.FIELD_NAME) {
        String name = from.currentName();
        JsonToken value = from.nextToken();
        boolean wanted = name.equals("only") || name.equals("order");
        if (!wanted || value != JsonToken.START_ARRAY) {
          from.skipChildren();
          continue;
        }
        while (from.nextToken() != JsonToken.END_ARRAY) {
          if (provider.isEmpty()) provider = from.getText();
        }
      }
    }
  }
}
