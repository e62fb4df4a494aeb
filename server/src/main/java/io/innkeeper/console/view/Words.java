package io.innkeeper.console.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What client pages say, in the reader's language. The English words name the sentence; what has no
 * translation is said in English.
 *
 * @param lang as in {@code lang} attributes
 */
public record Words(String lang, Map<String, String> known) {
  public static final Words ENGLISH = new Words("en", Map.of());
  public static final Words POLISH = new Words("pl", read("/console/polish.tsv"));

  public Words {
    known = Map.copyOf(known);
  }

  /** The sentence as it is. */
  public String say(String english) {
    return known.getOrDefault(english, english);
  }

  /** The sentence with values in its places, {@code %s}. */
  public String tell(String english, Object... values) {
    return String.format(Locale.ROOT, say(english), values);
  }

  /** Whether it is spoken here. */
  public boolean knows(String english) {
    return known.containsKey(english);
  }

  private static Map<String, String> read(String resource) {
    try (InputStream in = Words.class.getResourceAsStream(resource)) {
      if (in == null) throw new IllegalStateException("there is no " + resource);
      Map<String, String> all = new HashMap<>();
      new BufferedReader(new InputStreamReader(in, UTF_8))
          .lines()
          .filter(line -> line.contains("\t"))
          .map(line -> line.split("\t", 2))
          .forEach(pair -> all.put(pair[0], pair[1]));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException("Tried to read " + resource, e);
    }
  }
}
