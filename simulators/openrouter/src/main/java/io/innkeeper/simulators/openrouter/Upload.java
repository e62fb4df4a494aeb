package io.innkeeper.simulators.openrouter;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an upload asks for: its model, and a length that stands for the sound's. */
final class Upload {
  private static final Pattern MODEL =
      Pattern.compile("name=\"model\"\\r\\n(?:[^\\r]+\\r\\n)*\\r\\n([^\\r]+)");

  private Upload() {}

  static Asked asked(String body) throws IOException {
    Matcher model = MODEL.matcher(body);
    if (!model.find()) throw new IOException("no model");
    return new Asked(
        model.group(1), false, "", Integer.MAX_VALUE, body.length(), "some sound", 0, "");
  }
}
