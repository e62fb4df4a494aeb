package io.innkeeper.settings;

import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns the text of a setting into its type; refusals are sentences. */
final class SettingText {
  private static final Pattern DURATION =
      Pattern.compile("(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m(?!s))?(?:(\\d+)s)?(?:(\\d+)ms)?");

  private SettingText() {}

  /** The value, or a Fault that says what was expected. */
  static Object parse(Type type, String text, Setting note) {
    if (type instanceof ParameterizedType wrapped) {
      Type inner = wrapped.getActualTypeArguments()[0];
      if (wrapped.getRawType() == Optional.class) return Optional.of(parse(inner, text, note));
      return Arrays.stream(text.split(","))
          .map(String::strip)
          .filter(item -> !item.isEmpty())
          .map(item -> parse(inner, item, note))
          .toList();
    }
    return plain((Class<?>) type, text.strip(), note);
  }

  /** The value when there is no text at all. */
  static Optional<Object> absent(Type type) {
    if (!(type instanceof ParameterizedType wrapped)) return Optional.empty();
    return Optional.of(wrapped.getRawType() == Optional.class ? Optional.empty() : List.of());
  }

  /** Whether a type can be read from a text through its own {@code parse}. */
  static boolean readable(Class<?> type) {
    return parser(type).isPresent();
  }

  private static Object plain(Class<?> type, String text, Setting note) {
    if (type == String.class) return text;
    if (type == Secret.class) return Secret.of(text);
    if (type == int.class) return (int) number(text, note, Integer.MIN_VALUE, Integer.MAX_VALUE);
    if (type == long.class) return number(text, note, Long.MIN_VALUE, Long.MAX_VALUE);
    if (type == boolean.class) return truth(text);
    if (type == Duration.class) return duration(text, note);
    if (type == Path.class) return path(text);
    if (type.isEnum()) return constant(type, text);
    return parsed(type, text);
  }

  private static long number(String text, Setting note, long least, long most) {
    long min = Math.max(note.min(), least);
    long max = Math.min(note.max(), most);
    if (text.matches("-?\\d{1,18}")) {
      long value = Long.parseLong(text);
      if (value >= min && value <= max) return value;
    }
    String range =
        note.max() == Long.MAX_VALUE
            ? (note.min() == Long.MIN_VALUE ? "" : " of at least " + min)
            : " from " + min + " to " + max;
    throw refusal(text, "a whole number" + range);
  }

  private static boolean truth(String text) {
    if (text.equals("true") || text.equals("false")) return text.equals("true");
    throw refusal(text, "true or false");
  }

  private static Duration duration(String text, Setting note) {
    Duration given = duration(text);
    if (note.atLeast().isEmpty() || given.compareTo(duration(note.atLeast())) >= 0) return given;
    throw refusal(text, "a length of time of at least " + note.atLeast());
  }

  private static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (text.isEmpty() || !matcher.matches())
      throw refusal(text, "a length of time such as 30s, 15m, 8h or 7d");
    try {
      return Duration.ofDays(amount(matcher, 1))
          .plusHours(amount(matcher, 2))
          .plusMinutes(amount(matcher, 3))
          .plusSeconds(amount(matcher, 4))
          .plusMillis(amount(matcher, 5));
    } catch (ArithmeticException | NumberFormatException e) {
      throw refusal(text, "a length of time we can count");
    }
  }

  private static long amount(Matcher matcher, int group) {
    return matcher.group(group) == null ? 0 : Long.parseLong(matcher.group(group));
  }

  private static Path path(String text) {
    try {
      String home = System.getProperty("user.home", "");
      return Path.of(text.startsWith("~/") ? home + text.substring(1) : text);
    } catch (InvalidPathException e) {
      throw refusal(text, "a path");
    }
  }

  private static Object constant(Class<?> type, String text) {
    Object[] constants = type.getEnumConstants();
    for (Object constant : constants) if (word(constant).equals(text)) return constant;
    throw refusal(
        text,
        "one of "
            + Arrays.stream(constants).map(SettingText::word).collect(Collectors.joining(", ")));
  }

  private static String word(Object constant) {
    return constant.toString().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Object parsed(Class<?> type, String text) {
    Method parser =
        parser(type).orElseThrow(() -> new IllegalStateException("no reader for " + type));
    try {
      return parser.invoke(null, text);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refused) throw refused;
      throw new IllegalStateException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<Method> parser(Class<?> type) {
    try {
      Method method = type.getMethod("parse", String.class);
      boolean fits = Modifier.isStatic(method.getModifiers()) && method.getReturnType() == type;
      return fits ? Optional.of(method) : Optional.empty();
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    }
  }

  private static Fault refusal(String text, String expected) {
    return Fault.invalid("setting", "“" + text + "” is not " + expected + ".");
  }
}
