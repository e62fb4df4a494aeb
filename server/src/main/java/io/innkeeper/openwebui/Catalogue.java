package io.innkeeper.openwebui;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.openwebui.KnownVariable.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Every variable that the proven versions of Open WebUI know, and what we know of each. */
public final class Catalogue {
  private static final String RESOURCE = "/openwebui/variables.tsv";
  private static final Pattern SECRET =
      Pattern.compile(
          ".*(KEY|SECRET|PASSWORD|PASSWD|PASSPHRASE|TOKEN|CREDENTIAL|DSN)S?(_.*)?",
          Pattern.CASE_INSENSITIVE);
  private static final Map<String, KnownVariable> ALL = read();

  private Catalogue() {}

  /** All of them, by name. */
  public static Collection<KnownVariable> all() {
    return ALL.values();
  }

  public static Optional<KnownVariable> find(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /**
   * Whether a variable's value must not be shown: of the app's own the catalogue says so, of any
   * other its name.
   */
  public static boolean secret(String name) {
    KnownVariable known = ALL.get(name);
    return known == null ? SECRET.matcher(name).matches() : known.secret();
  }

  /** The variable that seeds this configuration key. */
  public static Optional<KnownVariable> byKey(String key) {
    return ALL.values().stream().filter(one -> one.key().filter(key::equals).isPresent()).findAny();
  }

  private static Map<String, KnownVariable> read() {
    InputStream resource =
        Objects.requireNonNull(Catalogue.class.getResourceAsStream(RESOURCE), RESOURCE);
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, UTF_8))) {
      Map<String, KnownVariable> all = new LinkedHashMap<>();
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> of(line.split("\t", -1)))
          .forEach(one -> all.put(one.name(), one));
      return Collections.unmodifiableMap(all);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  private static KnownVariable of(String[] parts) {
    String name = parts[0];
    Optional<SeededVariables.Seed> seed = SeededVariables.seed(name);
    return new KnownVariable(
        name,
        seed.map(SeededVariables.Seed::key),
        seed.map(Catalogue::kind).orElseGet(() -> Kind.valueOf(parts[1].toUpperCase(Locale.ROOT))),
        parts[2].equals("secret"),
        Optional.of(parts[3]).filter(text -> !text.isEmpty()),
        Version.parse(parts[4]).orElseThrow(),
        Version.parse(parts[5]),
        parts[6],
        parts[7],
        ReservedVariables.reason(name));
  }

  private static Kind kind(SeededVariables.Seed seed) {
    return switch (seed.kind()) {
      case FLAG -> Kind.FLAG;
      case WHOLE -> Kind.WHOLE;
      case NUMBER -> Kind.NUMBER;
      case TEXT -> Kind.TEXT;
      case JSON -> Kind.JSON;
      case LIST, SEED -> Kind.LIST;
    };
  }
}
