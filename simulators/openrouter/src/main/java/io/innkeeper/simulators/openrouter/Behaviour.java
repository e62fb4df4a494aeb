package io.innkeeper.simulators.openrouter;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How one answer differs from the usual. */
public record Behaviour(Map<Word, String> words) {
  public static final Behaviour USUAL = new Behaviour(Map.of());

  private static final Pattern IN_TEXT = Pattern.compile("simulate\\(([^)]{1,400})\\)");

  public Behaviour {
    words = words.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(words));
  }

  /**
   * Reads words such as {@code pace=20, no-usage}.
   *
   * @throws IllegalArgumentException naming a word that is unknown
   */
  public static Behaviour parse(String text) {
    if (text.isBlank()) return USUAL;
    Map<Word, String> words = new EnumMap<>(Word.class);
    for (String part : text.strip().split("[,;\\s]+")) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      Word word =
          Word.of(name)
              .orElseThrow(
                  () -> new IllegalArgumentException("The stand-in can't do “" + name + "”."));
      words.put(word, equals < 0 ? "" : part.substring(equals + 1));
    }
    return new Behaviour(words);
  }

  /** The behaviour that a prompt asks for: {@code simulate(cut-after=2)} anywhere in it. */
  static Behaviour inText(String text) {
    if (!text.contains("simulate(")) return USUAL;
    Matcher found = IN_TEXT.matcher(text);
    return found.find() ? parse(found.group(1)) : USUAL;
  }

  /** This behaviour where the other says nothing. */
  Behaviour with(Behaviour stronger) {
    if (stronger.words.isEmpty()) return this;
    if (words.isEmpty()) return stronger;
    Map<Word, String> both = new EnumMap<>(words);
    both.putAll(stronger.words);
    return new Behaviour(both);
  }

  boolean is(Word word) {
    return words.containsKey(word);
  }

  Optional<String> text(Word word) {
    return Optional.ofNullable(words.get(word)).filter(text -> !text.isEmpty());
  }

  int number(Word word, int usual) {
    return text(word).map(Integer::parseInt).orElse(usual);
  }

  /** A word with a number, or the number 1 when the word stands alone. */
  int count(Word word) {
    return is(word) ? number(word, 1) : -1;
  }
}
