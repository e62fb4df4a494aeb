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
          Map.entry("money", Set.of()),
          Map.entry("journal", Set.of("settings")),
          Map.entry("openrouter", Set.of("fault", "money", "secret", "settings", "store", "usage")),
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
          Map.entry("schedule", Set.of("caller", "client", "fault", "http", "store")),
          Map.entry("engine", Set.of("fault", "settings")),
          Map.entry("openwebui", Set.of("engine", "fault", "secret")),
          Map.entry(
              "organisation",
              Set.of("audit", "caller", "client", "fault", "http", "secret", "store")),
          Map.entry(
              "tenant",
              Set.of(
                  "audit",
                  "caller",
                  "client",
                  "engine",
                  "fault",
                  "http",
                  "job",
                  "openwebui",
                  "organisation",
                  "secret",
                  "settings",
                  "store")),
          Map.entry("metrics", Set.of("http", "job", "journal", "tenant", "usage")),
          Map.entry(
              "doctor",
              Set.of(
                  "caller",
                  "client",
                  "engine",
                  "fault",
                  "http",
                  "journal",
                  "openwebui",
                  "organisation",
                  "schedule",
                  "settings",
                  "store",
                  "tenant",
                  "usage")),
          Map.entry(
              "console",
              Set.of(
                  "access",
                  "audit",
                  "budget",
                  "caller",
                  "client",
                  "doctor",
                  "engine",
                  "fault",
                  "http",
                  "job",
                  "key",
                  "money",
                  "openwebui",
                  "organisation",
                  "route",
                  "secret",
                  "settings",
                  "tenant",
                  "usage")));

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
