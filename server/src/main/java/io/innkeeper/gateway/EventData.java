package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** The data of one event, its lines joined; shares the event's bytes if it is a single line. */
record EventData(byte[] bytes, int from, int length) {
  private static final byte[] FIELD = "data:".getBytes(US_ASCII);
  private static final EventData NONE = new EventData(new byte[0], 0, 0);

  /**
   * In raw JSON none of these can stand inside a text, where their quotes would be escaped. A
   * finish that is null is written without quotes behind the colon and isn't looked at.
   */
  private static final byte[][] COUNTING = {
    "usage\"".getBytes(US_ASCII),
    "error\"".getBytes(US_ASCII),
    "finish_reason\":\"".getBytes(US_ASCII),
    "finish_reason\": \"".getBytes(US_ASCII),
    "message_stop\"".getBytes(US_ASCII),
    "response.completed\"".getBytes(US_ASCII),
    "response.done\"".getBytes(US_ASCII),
    "response.failed\"".getBytes(US_ASCII),
    "response.incomplete\"".getBytes(US_ASCII),
  };

  static EventData of(byte[] event, int begin, int end) {
    EventData first = NONE;
    ByteArrayOutputStream joined = null;
    int at = begin;
    while (at < end) {
      int line = at;
      while (at < end && event[at] != '\n') at++;
      int lineEnd = at > line && event[at - 1] == '\r' ? at - 1 : at;
      at++;
      if (!isData(event, line, lineEnd)) continue;
      int value = line + FIELD.length;
      if (value < lineEnd && event[value] == ' ') value++;
      if (joined != null) {
        joined.write('\n');
        joined.write(event, value, lineEnd - value);
      } else if (first == NONE) {
        first = new EventData(event, value, lineEnd - value);
      } else {
        joined = new ByteArrayOutputStream(end - begin);
        joined.write(first.bytes, first.from, first.length);
        joined.write('\n');
        joined.write(event, value, lineEnd - value);
      }
    }
    if (joined == null) return first;
    byte[] all = joined.toByteArray();
    return new EventData(all, 0, all.length);
  }

  boolean isEmpty() {
    return length == 0;
  }

  /** Whether it looks like one JSON object that is whole. */
  boolean isObject() {
    return length > 1 && bytes[from] == '{' && bytes[from + length - 1] == '}';
  }

  boolean is(byte[] text) {
    return length == text.length && Arrays.equals(bytes, from, from + length, text, 0, text.length);
  }

  /** Whether it may hold usage, an error or an end. */
  boolean mentionsWhatCounts() {
    int end = from + length;
    for (int at = from; at < end - 6; at++) {
      if (bytes[at] != '"') continue;
      for (byte[] word : COUNTING) {
        int wordEnd = at + 1 + word.length;
        if (bytes[at + 1] == word[0]
            && wordEnd <= end
            && Arrays.equals(bytes, at + 1, wordEnd, word, 0, word.length)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isData(byte[] event, int line, int lineEnd) {
    return lineEnd - line >= FIELD.length
        && Arrays.equals(event, line, line + FIELD.length, FIELD, 0, FIELD.length);
  }
}
