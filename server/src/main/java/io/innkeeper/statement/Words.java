package io.innkeeper.statement;

import io.innkeeper.fault.Fault;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Constants as they are stored and named by programs: {@code LAST_DAY} is {@code last-day}. */
final class Words {
  private Words() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant of a stored word. */
  static <E extends Enum<E>> E stored(Class<E> type, String word) {
    return find(type, word).orElseThrow(() -> new IllegalArgumentException(word));
  }

  /**
   * The constant of a word that somebody gave.
   *
   * @throws Fault INVALID naming those there are
   */
  static <E extends Enum<E>> E given(Class<E> type, String field, String word) {
    return find(type, word.strip())
        .orElseThrow(
            () ->
                Fault.invalidField(
                    field, field, "“" + word + "” is not one of " + all(type) + "."));
  }

  private static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> of(constant).equals(word))
        .findFirst();
  }

  private static <E extends Enum<E>> String all(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Words::of).collect(Collectors.joining(", "));
  }
}
