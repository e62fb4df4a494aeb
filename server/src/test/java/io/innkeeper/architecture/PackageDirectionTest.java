package io.innkeeper.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Which room may use which; the table of the architecture page as a test. The root package may use
 * everything.
 */
class PackageDirectionTest {
  private static final String ROOT = "io.innkeeper";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("fault", Set.of()),
          Map.entry("caller", Set.of("fault")),
          Map.entry("client", Set.of()),
          Map.entry("web", Set.of()),
          Map.entry("simulators", Set.of()),
          Map.entry("secret", Set.of("fault")),
          Map.entry("settings", Set.of("fault", "secret")),
          Map.entry("log", Set.of("settings")),
          Map.entry("store", Set.of("fault", "secret", "settings")),
          Map.entry("http", Set.of("caller", "client", "fault", "secret", "settings", "store")),
          Map.entry("audit", Set.of("caller", "client", "fault", "http", "secret", "store")),
          Map.entry(
              "access",
              Set.of("audit", "caller", "client", "fault", "http", "secret", "settings", "store")),
          Map.entry(
              "job", Set.of("audit", "caller", "client", "fault", "http", "settings", "store")),
          Map.entry(
              "household", Set.of("audit", "caller", "client", "fault", "http", "log", "store")),
          Map.entry(
              "former",
              Set.of("caller", "fault", "household", "http", "infrastructure", "job", "log")),
          Map.entry("money", Set.of()),
          Map.entry(
              "rate",
              Set.of("audit", "caller", "client", "fault", "http", "money", "settings", "store")),
          Map.entry(
              "statement",
              Set.of(
                  "audit",
                  "caller",
                  "client",
                  "fault",
                  "http",
                  "job",
                  "money",
                  "organisation",
                  "secret",
                  "settings",
                  "store",
                  "usage")),
          Map.entry(
              "link",
              Set.of(
                  "audit", "caller", "client", "fault", "http", "organisation", "secret", "store")),
          Map.entry(
              "variable",
              Set.of(
                  "audit",
                  "caller",
                  "client",
                  "fault",
                  "http",
                  "job",
                  "openwebui",
                  "organisation",
                  "secret",
                  "store",
                  "tenant")),
          Map.entry(
              "identity",
              Set.of(
                  "audit",
                  "caller",
                  "client",
                  "fault",
                  "http",
                  "job",
                  "secret",
                  "settings",
                  "store",
                  "tenant",
                  "web")),
          Map.entry(
              "infrastructure",
              Set.of(
                  "audit",
                  "caller",
                  "client",
                  "fault",
                  "http",
                  "job",
                  "secret",
                  "settings",
                  "store")),
          Map.entry(
              "sealing",
              Set.of("audit", "caller", "client", "fault", "http", "job", "secret", "store")),
          Map.entry("journal", Set.of("settings")),
          Map.entry(
              "openrouter",
              Set.of(
                  "audit",
                  "caller",
                  "client",
                  "fault",
                  "http",
                  "job",
                  "money",
                  "organisation",
                  "secret",
                  "settings",
                  "store",
                  "usage")),
          Map.entry(
              "usage",
              Set.of(
                  "audit",
                  "caller",
                  "client",
                  "fault",
                  "http",
                  "job",
                  "journal",
                  "money",
                  "organisation",
                  "secret",
                  "settings",
                  "store")),
          Map.entry(
              "budget",
              Set.of(
                  "audit",
                  "caller",
                  "client",
                  "fault",
                  "http",
                  "money",
                  "organisation",
                  "settings",
                  "store",
                  "usage")),
          Map.entry(
              "key",
              Set.of(
                  "audit",
                  "budget",
                  "caller",
                  "client",
                  "fault",
                  "http",
                  "money",
                  "organisation",
                  "secret",
                  "settings",
                  "store")),
          Map.entry(
              "route",
              Set.of(
                  "audit", "caller", "client", "fault", "http", "organisation", "secret", "store")),
          Map.entry(
              "gateway",
              Set.of(
                  "budget",
                  "fault",
                  "journal",
                  "key",
                  "money",
                  "openrouter",
                  "route",
                  "secret",
                  "settings",
                  "usage")),
          Map.entry("schedule", Set.of("audit", "caller", "client", "fault", "http", "store")),
          Map.entry("engine", Set.of("fault", "settings", "web")),
          Map.entry("openwebui", Set.of("engine", "fault", "secret", "web")),
          Map.entry(
              "organisation",
              Set.of("audit", "caller", "client", "fault", "http", "secret", "store")),
          Map.entry(
              "ingress",
              Set.of(
                  "audit",
                  "caller",
                  "client",
                  "engine",
                  "fault",
                  "http",
                  "job",
                  "secret",
                  "settings",
                  "store")),
          Map.entry(
              "tenant",
              Set.of(
                  "audit",
                  "caller",
                  "client",
                  "engine",
                  "fault",
                  "http",
                  "ingress",
                  "job",
                  "openwebui",
                  "organisation",
                  "secret",
                  "settings",
                  "store")),
          Map.entry(
              "branding",
              Set.of(
                  "audit",
                  "caller",
                  "client",
                  "engine",
                  "fault",
                  "http",
                  "job",
                  "openwebui",
                  "settings",
                  "store",
                  "tenant",
                  "web")),
          Map.entry(
              "metrics",
              Set.of(
                  "http", "infrastructure", "job", "journal", "money", "rate", "tenant", "usage")),
          Map.entry(
              "crosscheck",
              Set.of(
                  "caller",
                  "client",
                  "fault",
                  "http",
                  "openwebui",
                  "organisation",
                  "tenant",
                  "usage")),
          Map.entry(
              "advisor",
              Set.of(
                  "access",
                  "audit",
                  "branding",
                  "caller",
                  "client",
                  "doctor",
                  "engine",
                  "fault",
                  "http",
                  "openwebui",
                  "secret",
                  "store",
                  "tenant")),
          Map.entry(
              "person",
              Set.of(
                  "audit",
                  "caller",
                  "client",
                  "engine",
                  "fault",
                  "http",
                  "job",
                  "openwebui",
                  "secret",
                  "store",
                  "tenant")),
          Map.entry(
              "doctor",
              Set.of(
                  "branding",
                  "caller",
                  "client",
                  "engine",
                  "fault",
                  "http",
                  "infrastructure",
                  "ingress",
                  "journal",
                  "money",
                  "openrouter",
                  "openwebui",
                  "organisation",
                  "rate",
                  "schedule",
                  "settings",
                  "store",
                  "tenant",
                  "usage")),
          Map.entry(
              "console",
              Set.of(
                  "access",
                  "advisor",
                  "audit",
                  "branding",
                  "budget",
                  "caller",
                  "client",
                  "crosscheck",
                  "doctor",
                  "engine",
                  "fault",
                  "household",
                  "http",
                  "infrastructure",
                  "ingress",
                  "identity",
                  "job",
                  "key",
                  "link",
                  "log",
                  "money",
                  "openwebui",
                  "openrouter",
                  "organisation",
                  "person",
                  "rate",
                  "route",
                  "schedule",
                  "sealing",
                  "secret",
                  "settings",
                  "statement",
                  "tenant",
                  "usage",
                  "variable")));

  @Test
  void roomsUseOnlyWhatTheTableAllows() {
    Set<String> strangers = new TreeSet<>();
    for (JavaClass one : CLASSES) {
      String room = room(one);
      if (room.isEmpty()) continue;
      for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
        String other = room(dependency.getTargetClass());
        if (other.isEmpty() || other.equals(room) || allowed(room).contains(other)) continue;
        strangers.add(room + " uses " + other + ": " + dependency.getDescription());
      }
    }
    assertThat(strangers).isEmpty();
  }

  @Test
  void noRoomUsesTheRoot() {
    Set<String> strangers =
        CLASSES.stream()
            .filter(one -> !room(one).isEmpty())
            .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
            .filter(dependency -> dependency.getTargetClass().getPackageName().equals(ROOT))
            .map(Dependency::getDescription)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(strangers).isEmpty();
  }

  @Test
  void thereAreNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  /** A room and the parts below it don't lean on each other either. */
  @Test
  void partsOfRoomsHaveNoCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  private static Set<String> allowed(String room) {
    Set<String> allowed = MAY_USE.get(room);
    assertThat(allowed).as("the room " + room + " has no line in the table").isNotNull();
    return allowed;
  }

  /** The first part below the root; empty for the root itself and for everything foreign. */
  private static String room(JavaClass one) {
    String name = one.getPackageName();
    if (!name.startsWith(ROOT + ".")) return "";
    String below = name.substring(ROOT.length() + 1);
    return below.contains(".") ? below.substring(0, below.indexOf('.')) : below;
  }
}
