package io.innkeeper.settings;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was given, still as text and unchecked.
 *
 * @param flags by name with the leading dashes, for example {@code --home}
 * @param environment all variables of the process
 * @param file by full key; where several files could be read there is one
 * @param fileName how messages name that file
 * @param machine defaults that depend on the machine, by full key
 */
public record SettingSources(
    Map<String, String> flags,
    Map<String, String> environment,
    Map<String, String> file,
    String fileName,
    Map<String, String> machine) {

  public SettingSources {
    flags = Map.copyOf(flags);
    environment = Map.copyOf(environment);
    file = Map.copyOf(file);
    machine = Map.copyOf(machine);
  }

  /** Only these flags and variables, no file. */
  public static SettingSources of(Map<String, String> flags, Map<String, String> environment) {
    return new SettingSources(flags, environment, Map.of(), "", Map.of());
  }

  /** The same with a file's content. */
  public SettingSources withFile(SettingsFile read) {
    return new SettingSources(flags, environment, read.values(), read.name(), machine);
  }

  /** The same with a default that the machine decides. */
  public SettingSources withDefault(String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(machine);
    more.put(key, value);
    return new SettingSources(flags, environment, file, fileName, more);
  }
}
