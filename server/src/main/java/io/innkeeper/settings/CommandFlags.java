package io.innkeeper.settings;

import io.innkeeper.fault.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code --name=value}, {@code --name value} and bare {@code --name}, which means true. */
public final class CommandFlags {
  private CommandFlags() {}

  /**
   * The flags by name; the last of a name counts.
   *
   * @throws Fault INVALID for a word that belongs to no flag
   */
  public static Map<String, String> read(List<String> words) {
    Map<String, String> flags = new LinkedHashMap<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.indexOf('=');
      if (!word.startsWith("--") || word.length() == 2) throw stray(word);
      boolean valueFollows = i + 1 < words.size() && !words.get(i + 1).startsWith("--");
      if (equals > 0) flags.put(word.substring(0, equals), word.substring(equals + 1));
      else if (valueFollows) flags.put(word, words.get(++i));
      else flags.put(word, "true");
    }
    return flags;
  }

  private static Fault stray(String word) {
    return Fault.invalid("stray-word", "“" + word + "” is not a flag.")
        .advising("Flags are written like --home /srv/innkeeper or --innkeeper.http.port=8443.");
  }
}
