package io.innkeeper.settings;

import io.innkeeper.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the text of each setting in its sources, and what was given that nobody knows. */
final class GivenSettings {
  /** A text and where it stood. */
  record Given(String text, Origin origin, String source) {}

  private final List<KnownSetting> known;
  private final SettingSources sources;
  private final List<Fault.Field> problems;

  GivenSettings(List<KnownSetting> known, SettingSources sources, List<Fault.Field> problems) {
    this.known = known;
    this.sources = sources;
    this.problems = problems;
  }

  /** The text that wins: flag, environment, file, default. */
  Optional<Given> of(KnownSetting setting) {
    return flag(setting)
        .or(() -> variable(setting))
        .or(() -> line(setting))
        .or(() -> standard(setting));
  }

  /** Notes every name under our prefix that is no setting, with the nearest that is one. */
  void refuseUnknown() {
    Set<String> keys = new TreeSet<>();
    Set<String> flags = new TreeSet<>();
    Set<String> variables = new TreeSet<>();
    for (KnownSetting setting : known) {
      String key = setting.key();
      keys.add(key);
      flags.add("--" + key);
      if (!setting.note().flag().isEmpty()) flags.add(setting.note().flag());
      variables.add(KnownSetting.variable(key));
      if (!setting.secret()) continue;
      keys.add(setting.fileKey());
      flags.add("--" + setting.fileKey());
      variables.add(KnownSetting.variable(setting.fileKey()));
    }
    for (String flag : new TreeSet<>(sources.flags().keySet()))
      if (!flags.contains(flag)) unknown(flag, "flag", flags);
    for (String variable : new TreeSet<>(sources.environment().keySet()))
      if (ours(variable) && !variables.contains(variable))
        unknown(variable, "environment variable", variables);
    for (String key : new TreeSet<>(sources.file().keySet()))
      if (!keys.contains(key)) unknown(key, "setting in " + sources.fileName(), keys);
  }

  private static boolean ours(String variable) {
    return variable.startsWith(KnownSetting.ENVIRONMENT_PREFIX)
        && !variable.startsWith(KnownSetting.ENVIRONMENT_PREFIX + "CLI_");
  }

  private void unknown(String name, String what, Set<String> candidates) {
    String said = "There is no " + what + " “" + name + "”; the nearest is ";
    problems.add(new Fault.Field(name, said + Nearest.to(name, candidates) + "."));
  }

  private Optional<Given> flag(KnownSetting setting) {
    String shorter = setting.note().flag();
    return first(setting, sources.flags(), "--" + setting.key(), Origin.FLAG, "")
        .or(() -> first(setting, sources.flags(), shorter, Origin.FLAG, ""))
        .filter(given -> mayBeFlag(setting, given));
  }

  private boolean mayBeFlag(KnownSetting setting, Given given) {
    boolean shown = setting.printsNothing() && given.source().equals("--" + setting.key());
    if (shown)
      problems.add(
          new Fault.Field(
              setting.key(),
              "Everybody on this machine can read the flag "
                  + given.source()
                  + "; give "
                  + KnownSetting.variable(setting.fileKey())
                  + " or --"
                  + setting.fileKey()
                  + " instead."));
    return !shown;
  }

  private Optional<Given> variable(KnownSetting setting) {
    String name = KnownSetting.variable(setting.key());
    String other = setting.note().environment();
    return first(setting, sources.environment(), name, Origin.ENVIRONMENT, "")
        .or(() -> first(setting, sources.environment(), other, Origin.ENVIRONMENT, ""));
  }

  private Optional<Given> line(KnownSetting setting) {
    return first(setting, sources.file(), setting.key(), Origin.FILE, sources.fileName());
  }

  private Optional<Given> standard(KnownSetting setting) {
    String text = sources.machine().getOrDefault(setting.key(), setting.note().byDefault());
    return text.isEmpty() ? Optional.empty() : Optional.of(new Given(text, Origin.DEFAULT, ""));
  }

  /** An empty text is no text: compose files pass variables on even when they are unset. */
  private Optional<Given> first(
      KnownSetting setting, Map<String, String> from, String name, Origin origin, String source) {
    String shown = source.isEmpty() ? name : source;
    @Nullable String text = from.get(name);
    if (text != null && !text.isBlank()) return Optional.of(new Given(text, origin, shown));
    if (!setting.secret()) return Optional.empty();
    String fileName = origin == Origin.ENVIRONMENT ? name + "_FILE" : name + "-file";
    @Nullable String file = from.get(fileName);
    if (file == null || file.isBlank()) return Optional.empty();
    return content(setting, file)
        .map(read -> new Given(read, origin, source.isEmpty() ? fileName : source));
  }

  private Optional<String> content(KnownSetting setting, String file) {
    try {
      return Optional.of(Files.readString(Path.of(file)).stripTrailing());
    } catch (IOException e) {
      problems.add(
          new Fault.Field(
              setting.key(),
              "Tried to read "
                  + setting.key()
                  + " from the file "
                  + file
                  + " but it can't be opened."));
      return Optional.empty();
    }
  }
}
