package io.innkeeper.openwebui;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The variables whose value the app copies into its database at the first start and never reads
 * again: which configuration key each became, and how its text is read. With it a changed variable
 * reaches a running app.
 */
public final class SeededVariables {
  private static final String RESOURCE = "/openwebui/seeded-variables.tsv";
  private static final Map<String, Seed> SEEDS = read();

  private SeededVariables() {}

  /** How a variable's text becomes a value. */
  enum Kind {
    FLAG,
    WHOLE,
    NUMBER,
    TEXT,
    JSON,
    /** Texts with commas between them. */
    LIST,
    /** In the app's own writing: only the first start reads it. */
    SEED
  }

  record Seed(String key, Kind kind) {}

  static Optional<Seed> seed(String name) {
    return Optional.ofNullable(SEEDS.get(name));
  }

  /** Whether the app ignores a change of this variable after its first start. */
  public static boolean seedsOnly(String name) {
    return SEEDS.containsKey(name);
  }

  /** Whether a later change is brought into the app by {@link AppConfiguration}. */
  public static boolean followed(String name) {
    Seed seed = SEEDS.get(name);
    return seed != null && seed.kind() != Kind.SEED;
  }

  /** The configuration these variables stand for; what can't be brought in later is left out. */
  static Map<String, Object> configuration(Map<String, String> variables) {
    Map<String, Object> configuration = new LinkedHashMap<>();
    variables.forEach(
        (name, text) -> {
          Seed seed = SEEDS.get(name);
          if (seed != null && !text.isEmpty()) {
            value(seed.kind(), text).ifPresent(value -> configuration.put(seed.key(), value));
          }
        });
    return configuration;
  }

  /** What is wrong with a variable's text, when the app would stumble over it. */
  static Optional<String> problem(String name, String text) {
    Seed seed = SEEDS.get(name);
    if (seed == null || text.isEmpty() || seed.kind() == Kind.SEED) {
      return Optional.empty();
    }
    if (value(seed.kind(), text).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (seed.kind()) {
          case FLAG -> "must be true or false";
          case WHOLE -> "must be a whole number";
          case NUMBER -> "must be a number";
          default -> "must be JSON";
        });
  }

  private static Optional<Object> value(Kind kind, String text) {
    return switch (kind) {
      case FLAG ->
          switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
          };
      case WHOLE ->
          text.matches("-?\\d{1,15}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
      case NUMBER ->
          text.matches("-?\\d{1,9}(\\.\\d{1,9})?")
              ? Optional.of(Double.parseDouble(text))
              : Optional.empty();
      case TEXT -> Optional.of(text);
      case LIST ->
          Optional.of(
              Stream.of(text.split(",")).map(String::strip).filter(one -> !one.isEmpty()).toList());
      case JSON -> Json.parse(text.getBytes(UTF_8)).map(Json::plain);
      case SEED -> Optional.empty();
    };
  }

  private static Map<String, Seed> read() {
    InputStream resource =
        Objects.requireNonNull(SeededVariables.class.getResourceAsStream(RESOURCE), RESOURCE);
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, UTF_8))) {
      Map<String, Seed> seeds = new HashMap<>();
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(
              parts ->
                  seeds.put(
                      parts[0],
                      new Seed(parts[1], Kind.valueOf(parts[2].toUpperCase(Locale.ROOT)))));
      return Map.copyOf(seeds);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
