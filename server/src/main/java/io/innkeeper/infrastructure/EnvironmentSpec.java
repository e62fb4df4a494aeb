package io.innkeeper.infrastructure;

import io.innkeeper.fault.Fault;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an environment is to be.
 *
 * @param byFile whether its passwords come from a file (Cloud Builder 5.x), so that it may have no
 *     source
 * @param sources at most one of each kind
 * @param expiryMinutes how often it is looked when its passwords end: 0 for never, else 5 to 1,440;
 *     empty: as the house does
 */
public record EnvironmentSpec(
    String name,
    String description,
    boolean byFile,
    List<SourceSpec> sources,
    Optional<Integer> expiryMinutes) {
  /** How programs and files call {@link #expiryMinutes}. */
  public static final String EXPIRY_EVERY = "expiryEveryMinutes";

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_DESCRIPTION = 500;

  /**
   * As given.
   *
   * @throws Fault INVALID naming every field that must be mended
   */
  public EnvironmentSpec {
    name = name.strip();
    description = description.strip();
    sources = List.copyOf(sources);
    List<Fault.Field> problems = new ArrayList<>();
    if (name.isEmpty() || name.length() > LONGEST_NAME || controlled(name))
      problems.add(new Fault.Field("name", "A name has 1 to 100 characters, none for control."));
    if (description.length() > LONGEST_DESCRIPTION || controlled(description.replace('\n', ' ')))
      problems.add(new Fault.Field("description", "At most 500 characters, none for control."));
    if (sources.isEmpty() && !byFile)
      problems.add(
          new Fault.Field("manager", "Give an SDDC Manager, a VCF Installer or both to read."));
    if (sources.stream().map(SourceSpec::kind).distinct().count() < sources.size())
      problems.add(new Fault.Field("source", "An environment has one source of a kind."));
    if (expiryMinutes.filter(EnvironmentSpec::never).isPresent())
      problems.add(
          new Fault.Field(
              EXPIRY_EVERY, "An interval has 5 to 1440 minutes, or is 0 for never by itself."));
    if (!problems.isEmpty())
      throw Fault.invalid("environment-input", problems.getFirst().said()).about(problems);
  }

  /** One that is looked at as the house does. */
  public EnvironmentSpec(
      String name, String description, boolean byFile, List<SourceSpec> sources) {
    this(name, description, byFile, sources, Optional.empty());
  }

  private static boolean never(int minutes) {
    return minutes != 0 && (minutes < 5 || minutes > 1440);
  }

  public Optional<SourceSpec> source(SourceKind kind) {
    return sources.stream().filter(source -> source.kind() == kind).findFirst();
  }

  /** Names that differ only in case or in how letters are composed are one name. */
  String nameKey() {
    return key(name);
  }

  static String key(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", name);
    facts.put("description", description);
    facts.put("byFile", byFile);
    expiryMinutes.ifPresent(minutes -> facts.put(EXPIRY_EVERY, minutes));
    sources.forEach(source -> facts.putAll(source.facts()));
    return facts;
  }

  private static boolean controlled(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }
}
