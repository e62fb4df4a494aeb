package io.innkeeper.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.function.Predicate;

/**
 * One server-sent event.
 *
 * @param name its kind, {@code message} when the server gave none
 * @param id for going on after a break; empty when the server gave none
 */
public record ServerEvent(String name, String id, String data) {

  /** Reads events until the stream ends or {@code each} has seen enough. */
  static void read(BufferedReader in, Predicate<ServerEvent> each) throws IOException {
    String name = "message";
    String id = "";
    StringBuilder data = new StringBuilder();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.isEmpty()) {
        if (!data.isEmpty() && !each.test(new ServerEvent(name, id, data.substring(1)))) return;
        name = "message";
        data.setLength(0);
      } else if (line.startsWith("event:")) {
        name = value(line, 6);
      } else if (line.startsWith("id:")) {
        id = value(line, 3);
      } else if (line.startsWith("data:")) {
        data.append('\n').append(value(line, 5));
      }
    }
  }

  private static String value(String line, int from) {
    return line.substring(line.startsWith(" ", from) ? from + 1 : from);
  }
}
