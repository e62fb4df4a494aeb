package io.innkeeper.openwebui;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a running app really uses beside what it was told, variable by variable. Pure. Secrets show
 * as set or not set.
 */
public final class EffectiveSettings {
  private static final String SET = "set";
  private static final String UNSET = "not set";

  /** No secret is in these, nor in a list or an object of nothing. */
  private static final Set<String> EMPTY = Set.of("", "[]", "{}");

  private EffectiveSettings() {}

  /** How what is used stands to what is wanted. */
  public enum State {
    /** As wanted. */
    SAME,
    /** Another value than the wanted one. */
    DIFFERS,
    /** Nobody wants anything here; it was set in the app itself. */
    IN_THE_APP,
    /** The app reads it at its first start only. */
    FIRST_START,
    /** This version of the app doesn't know it. */
    UNKNOWN;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** One variable. */
  public record Line(String name, String wanted, String used, State state) {}

  /**
   * What an app was told and what it answers.
   *
   * @param variables what its container is to be given
   * @param fixed what is held fast in its configuration, by key
   * @param given what its container was given
   * @param configuration what it says of itself, by key
   */
  public record Told(
      Map<String, String> variables,
      Map<String, Object> fixed,
      Map<String, String> given,
      Map<String, @Nullable Object> configuration) {}

  /**
   * What may be shown of a value that was shown in full while its name was not known to be a
   * secret's.
   *
   * @param told as one of {@link Line} says it
   */
  public static String hidden(String told) {
    return told.isEmpty() || told.equals(UNSET) ? told : shown(told, true);
  }

  /** All lines: what differs first. */
  public static List<Line> of(Told told) {
    List<Line> lines = new ArrayList<>();
    told.variables().forEach((name, value) -> lines.add(line(told, name, value)));
    Set<String> wanted = told.variables().keySet();
    for (KnownVariable known : Catalogue.all()) {
      if (!wanted.contains(known.name())) changedInTheApp(told, known).ifPresent(lines::add);
    }
    lines.sort(Comparator.comparingInt(line -> weight(line.state())));
    return List.copyOf(lines);
  }

  /**
   * What the app falls back to for variables that are no longer wanted, by key: our own choice,
   * else its default. Those whose default isn't known are left out.
   */
  public static Map<String, @Nullable Object> fallBack(Set<String> names) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (String name : names) {
      Optional<KnownVariable> known = Catalogue.find(name);
      Optional<String> key = known.flatMap(KnownVariable::key);
      if (key.isEmpty()) continue;
      Optional<String> ours = Optional.ofNullable(AppEnvironment.defaults().get(name));
      if (ours.isPresent()) values.putAll(SeededVariables.configuration(Map.of(name, ours.get())));
      else known.get().standard().flatMap(Json::parse).ifPresent(it -> put(values, key.get(), it));
    }
    return values;
  }

  private static void put(Map<String, @Nullable Object> values, String key, JsonNode standard) {
    values.put(key, standard.isNull() ? null : Json.plain(standard));
  }

  private static int weight(State state) {
    return switch (state) {
      case DIFFERS -> 0;
      case UNKNOWN -> 1;
      case IN_THE_APP -> 2;
      case FIRST_START -> 3;
      case SAME -> 4;
    };
  }

  private static Line line(Told told, String name, String value) {
    Optional<String> key = Catalogue.find(name).flatMap(KnownVariable::key);
    boolean secret = Catalogue.secret(name) || AppEnvironment.secretNames().contains(name);
    if (key.isEmpty() && SeededVariables.seedsOnly(name))
      return new Line(name, shown(value, secret), "", State.FIRST_START);
    if (key.isEmpty()) {
      String given = told.given().get(name);
      State state = value.equals(given) ? State.SAME : State.DIFFERS;
      return new Line(name, shown(value, secret), shown(given, secret), state);
    }
    return configured(told, name, key.get(), value, secret);
  }

  private static Line configured(Told told, String name, String key, String value, boolean secret) {
    String wanted = shown(value, secret);
    if (!told.configuration().containsKey(key)) return new Line(name, wanted, UNSET, State.UNKNOWN);
    JsonNode used = Json.tree(told.configuration().get(key));
    String shown = shown(Json.asVariable(used), secret);
    Map<String, Object> typed = SeededVariables.configuration(Map.of(name, value));
    Object held = told.fixed().containsKey(key) ? told.fixed().get(key) : typed.get(key);
    if (held == null) return new Line(name, wanted, shown, State.FIRST_START);
    boolean same = ConfigurationChange.same(Json.tree(held), used);
    return new Line(name, wanted, shown, same ? State.SAME : State.DIFFERS);
  }

  private static Optional<Line> changedInTheApp(Told told, KnownVariable known) {
    Optional<String> key = known.key();
    Optional<JsonNode> standard = known.standard().flatMap(Json::parse);
    if (key.isEmpty() || standard.isEmpty() || told.fixed().containsKey(key.get()))
      return Optional.empty();
    if (!told.configuration().containsKey(key.get())) return Optional.empty();
    JsonNode used = Json.tree(told.configuration().get(key.get()));
    if (ConfigurationChange.same(standard.get(), used)) return Optional.empty();
    // Nothing, an empty text and an empty list are the same to the app.
    if (Json.asVariable(standard.get()).isEmpty() && Json.asVariable(used).isEmpty())
      return Optional.empty();
    return Optional.of(
        new Line(known.name(), "", shown(Json.asVariable(used), known.secret()), State.IN_THE_APP));
  }

  private static String shown(@Nullable String value, boolean secret) {
    if (value == null) return UNSET;
    return secret ? EMPTY.contains(value) ? UNSET : SET : value;
  }
}
