package io.innkeeper.simulators.openrouter;

import java.util.ArrayList;
import java.util.List;

/** What the stand-in says: always the same to the same words. */
final class Answers {
  private static final int LONGEST_ECHO = 300;
  private static final int TINY_PIECES = 10_000;
  private static final int MEGABYTE = 1024 * 1024;
  private static final String FILLER = "One more sentence of the length that was asked for. ";

  private Answers() {}

  /** The answer to what was said last. */
  static String to(Asked asked, Behaviour behaviour) {
    String flood = behaviour.text(Word.FLOOD).orElse(behaviour.is(Word.FLOOD) ? "pieces" : "");
    int bytes =
        switch (flood) {
          case "lines" -> 3 * MEGABYTE;
          case "pieces" -> TINY_PIECES;
          default -> behaviour.number(Word.ANSWER_BYTES, -1);
        };
    return bytes < 0 ? friendly(asked.lastText()) : filled(bytes);
  }

  private static String friendly(String said) {
    // The workspace's own background tasks ask for JSON and show what they get.
    if (said.contains("\"follow_ups\"")) {
      return "{\"follow_ups\": [\"What does this call cost?\", \"Who else may use this model?\"]}";
    }
    if (said.contains("\"tags\"")) return "{\"tags\": [\"General\"]}";
    if (said.contains("\"title\"")) return "{\"title\": \"A talk with the stand-in\"}";
    if (said.contains("\"queries\"")) return "{\"queries\": []}";
    String echo = said.strip();
    if (echo.length() > LONGEST_ECHO) echo = echo.substring(0, whole(echo, LONGEST_ECHO)) + "…";
    return "This is the stand-in that tests and demonstrations use in place of a language model. "
        + "It was asked: “"
        + echo
        + "” A real model would think about that; the stand-in repeats it, "
        + "counts its words and puts an exact price on them.";
  }

  private static String filled(int bytes) {
    return FILLER.repeat(bytes / FILLER.length() + 1).substring(0, bytes);
  }

  /** A text in the pieces it is streamed in. */
  static List<String> pieces(String text, Behaviour behaviour) {
    if (text.isEmpty()) return List.of("");
    int count =
        switch (behaviour.text(Word.FLOOD).orElse("")) {
          case "lines" -> 3;
          case "pieces" -> TINY_PIECES;
          default -> behaviour.number(Word.PIECES, behaviour.is(Word.FLOOD) ? TINY_PIECES : 0);
        };
    return count == 0 ? words(text) : evenly(text, Math.min(count, text.length()));
  }

  private static List<String> words(String text) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    for (int at = 1; at < text.length(); at++) {
      if (text.charAt(at) == ' ') {
        pieces.add(text.substring(from, at));
        from = at;
      }
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  private static List<String> evenly(String text, int count) {
    List<String> pieces = new ArrayList<>(count);
    int from = 0;
    for (int at = 1; at <= count; at++) {
      int to = whole(text, (int) ((long) text.length() * at / count));
      pieces.add(text.substring(from, to));
      from = to;
    }
    return pieces;
  }

  /** The next place from here on that does not part a character's two halves. */
  private static int whole(String text, int at) {
    return at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
  }
}
