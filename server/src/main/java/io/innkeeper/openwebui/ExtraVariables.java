package io.innkeeper.openwebui;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.fault.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The door for an operator's own environment variables: every problem is said at once. */
public final class ExtraVariables {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final int LONGEST_NAME = 128;
  // Linux refuses a single variable over 128 KiB and a whole environment over some megabytes.
  private static final int LONGEST_VALUE = 32 * 1024;
  private static final int MOST_VARIABLES = 200;
  private static final int MOST_BYTES = 512 * 1024;

  /** Wrong values here start an app that looks ready and isn't, so they are checked before. */
  private static final Map<String, Pattern> SHAPES =
      Map.of(
          "JWT_EXPIRES_IN", Pattern.compile("-1|0|\\d+(\\.\\d+)?(ms|s|m|h|d|w)"),
          "DEFAULT_USER_ROLE", Pattern.compile("pending|user|admin"),
          "OAUTH_CODE_CHALLENGE_METHOD", Pattern.compile("S256|"),
          "DATABASE_URL", Pattern.compile("(sqlite|postgres(ql)?(\\+psycopg2)?)://\\S+"));

  private static final Map<String, String> SHAPE_WORDS =
      Map.of(
          "JWT_EXPIRES_IN", "must be a duration such as 12h, 7d or 4w, or -1 for never",
          "DEFAULT_USER_ROLE", "must be pending, user or admin",
          "OAUTH_CODE_CHALLENGE_METHOD", "must be S256",
          "DATABASE_URL", "must begin with postgresql:// or sqlite://");

  private ExtraVariables() {}

  /**
   * Refuses what can't be given to the app.
   *
   * @throws Fault INVALID naming every variable and its problem, never a value
   */
  public static void check(Map<String, String> extra) {
    List<Fault.Field> problems = problems(extra);
    if (problems.isEmpty()) {
      return;
    }
    String said =
        problems.size() == 1
            ? problems.getFirst().said()
            : problems.size() + " environment variables can't be set.";
    throw Fault.invalid("extra-variables", said)
        .advising("Correct them or leave them out; the field of each says why.")
        .about(problems);
  }

  /** What is wrong, one entry per problem, the field being {@code environment.NAME}. */
  public static List<Fault.Field> problems(Map<String, String> extra) {
    List<Fault.Field> problems = new ArrayList<>();
    Map<String, String> seen = new HashMap<>();
    extra.forEach(
        (name, value) -> {
          String twin = seen.putIfAbsent(name.toUpperCase(Locale.ROOT), name);
          Optional<String> problem =
              twin != null
                  ? Optional.of("differs from " + twin + " only in upper and lower case")
                  : problem(name, value);
          problem.ifPresent(
              text ->
                  problems.add(
                      new Fault.Field(
                          "environment." + shown(name), shown(name) + " " + text + ".")));
        });
    if (extra.size() > MOST_VARIABLES || bytes(extra) > MOST_BYTES) {
      problems.add(
          new Fault.Field(
              "environment", "There can be at most 200 extra variables, 512 kB together."));
    }
    return List.copyOf(problems);
  }

  /** Whether these variables put the app's database somewhere else than its data directory. */
  public static boolean databaseElsewhere(Map<String, String> extra) {
    return extra.containsKey("DATABASE_URL");
  }

  private static Optional<String> problem(String name, String value) {
    if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
      return Optional.of("is not a variable's name: letters, digits and _, no digit first");
    }
    Optional<String> reserved = ReservedVariables.reason(name);
    if (reserved.isPresent()) {
      return Optional.of("is reserved: " + unstopped(reserved.get()));
    }
    if (value.indexOf('\0') >= 0) {
      return Optional.of("holds a NUL character, which no environment can carry");
    }
    if (value.getBytes(UTF_8).length > LONGEST_VALUE) {
      return Optional.of("is longer than 32 kB");
    }
    Pattern shape = SHAPES.get(name);
    if (shape != null && !shape.matcher(value).matches()) {
      return Optional.ofNullable(SHAPE_WORDS.get(name));
    }
    return SeededVariables.problem(name, value).or(() -> unlikeItsKind(name, value));
  }

  /** What the app reads at each start takes anything it doesn't understand for false or fails. */
  private static Optional<String> unlikeItsKind(String name, String value) {
    Optional<KnownVariable> known = Catalogue.find(name).filter(one -> one.key().isEmpty());
    if (known.isEmpty() || value.isEmpty()) return Optional.empty();
    return switch (known.get().kind()) {
      case FLAG ->
          value.matches("(?i)true|false") ? Optional.empty() : Optional.of("must be true or false");
      case WHOLE ->
          value.matches("-?\\d{1,15}") ? Optional.empty() : Optional.of("must be a whole number");
      default -> Optional.empty();
    };
  }

  private static String unstopped(String sentence) {
    String lower = Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    return (sentence.startsWith("Innkeeper") ? sentence : lower).replaceFirst("\\.$", "");
  }

  private static String shown(String name) {
    String printable = name.replaceAll("\\p{Cntrl}", "?");
    return printable.length() <= 40 ? printable : printable.substring(0, 40) + "…";
  }

  private static long bytes(Map<String, String> extra) {
    return extra.entrySet().stream()
        .mapToLong(entry -> entry.getKey().length() + 2L + entry.getValue().getBytes(UTF_8).length)
        .sum();
  }
}
