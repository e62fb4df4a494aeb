package io.innkeeper.client.age;

import java.util.Base64;
import java.util.List;

/** One way into a file: a kind, its words, and the file's key sealed that way. */
record Stanza(String kind, List<String> words, byte[] body) {
  private static final int LINE = 64;

  Stanza {
    words = List.copyOf(words);
  }

  String written() {
    StringBuilder text = new StringBuilder("-> ").append(kind);
    for (String word : words) text.append(' ').append(word);
    String body64 = base64(body);
    for (int at = 0; at <= body64.length(); at += LINE)
      text.append('\n').append(body64, at, Math.min(body64.length(), at + LINE));
    return text.append('\n').toString();
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] bytes(String base64) throws AgeException {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new AgeException("The file's head is damaged.");
    }
  }
}
