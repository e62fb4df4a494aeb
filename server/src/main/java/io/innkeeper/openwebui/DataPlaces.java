package io.innkeeper.openwebui;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an app keeps what it holds, if not in its own folder. Such a place is one workspace's
 * alone: two apps in one database ruin each other, and an app that is led to another has lost its
 * people and chats. Pure.
 */
public final class DataPlaces {
  private static final String DATABASE = "DATABASE_URL";
  private static final String SCHEMA = "DATABASE_SCHEMA";
  private static final String VECTORS = "PGVECTOR_DB_URL";
  private static final List<String> NAMES = List.of(DATABASE, SCHEMA, VECTORS);
  private static final Pattern SERVED =
      Pattern.compile("postgres\\w*(?:\\+\\w+)?://(?:.*@)?([^/@]*)/?([^/]*)", Pattern.DOTALL);

  private DataPlaces() {}

  /** Those of these variables that name a place of data. */
  public static List<String> among(Collection<String> names) {
    return NAMES.stream().filter(names::contains).toList();
  }

  /** Whether two environments differ in where the data is. */
  public static boolean differ(Map<String, String> one, Map<String, String> other) {
    return !only(one).equals(only(other));
  }

  /** The variable by which an app would come to where another keeps its data, if any. */
  public static Optional<String> shared(Map<String, String> mine, Map<String, String> other) {
    Collection<String> taken = new TreeSet<>(served(other).values());
    return served(mine).entrySet().stream()
        .filter(one -> taken.contains(one.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static Map<String, String> only(Map<String, String> variables) {
    Map<String, String> places = new LinkedHashMap<>();
    among(variables.keySet()).forEach(name -> places.put(name, variables.getOrDefault(name, "")));
    return places;
  }

  /** Each as host, database and schema, whoever signs in there; files are in the own folder. */
  private static Map<String, String> served(Map<String, String> variables) {
    Map<String, String> places = new LinkedHashMap<>();
    String schema = variables.getOrDefault(SCHEMA, "");
    place(variables.getOrDefault(DATABASE, ""), schema).ifPresent(one -> places.put(DATABASE, one));
    place(variables.getOrDefault(VECTORS, ""), "").ifPresent(one -> places.put(VECTORS, one));
    return places;
  }

  private static Optional<String> place(String address, String schema) {
    Matcher found = SERVED.matcher(address.replaceFirst("\\?.*", "").strip());
    if (!found.matches()) return Optional.empty();
    String host = found.group(1).toLowerCase(Locale.ROOT);
    String full = host.matches(".*:\\d+") ? host : host + ":5432";
    return Optional.of(full + "/" + found.group(2) + " " + (schema.isEmpty() ? "public" : schema));
  }
}
