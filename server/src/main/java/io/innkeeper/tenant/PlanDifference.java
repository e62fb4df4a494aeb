package io.innkeeper.tenant;

import io.innkeeper.engine.ContainerSpec;
import io.innkeeper.openwebui.Catalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The difference between a wanted container and the actual one, setting by setting. Pure. */
public final class PlanDifference {
  /** How one setting differs. */
  public enum Change {
    ADDED,
    CHANGED,
    REMOVED
  }

  /** One setting. Secrets show only whether they are set. */
  public record Line(Change change, String setting, String now, String after) {}

  // These labels tell when and from what the container was rendered; they differ without making it
  // another container.
  private static final Set<String> BOOKKEEPING = Set.of(Labels.VERSION);

  private PlanDifference() {}

  /**
   * Every setting whose wanted value isn't the actual one; empty when the container is as wanted.
   */
  public static List<Line> between(ContainerSpec wanted, Optional<ContainerSpec> actual) {
    List<Line> lines = new ArrayList<>();
    Map<String, String> after = settings(wanted);
    Map<String, String> now = actual.map(PlanDifference::settings).orElse(Map.of());
    compare(lines, now, after, false);
    compare(lines, actual.map(PlanDifference::labels).orElse(Map.of()), labels(wanted), false);
    compare(
        lines, actual.map(ContainerSpec::environment).orElse(Map.of()), wanted.environment(), true);
    return lines;
  }

  /** Whether a variable's value must not be shown. */
  static boolean secret(String variable) {
    return Catalogue.secret(variable);
  }

  private static void compare(
      List<Line> lines, Map<String, String> now, Map<String, String> after, boolean environment) {
    Set<String> names = new TreeSet<>(now.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      Optional<String> before = Optional.ofNullable(now.get(name));
      Optional<String> wanted = Optional.ofNullable(after.get(name));
      if (before.equals(wanted)) continue;
      Change change =
          before.isEmpty() ? Change.ADDED : wanted.isEmpty() ? Change.REMOVED : Change.CHANGED;
      boolean hidden = environment && secret(name);
      lines.add(new Line(change, name, shown(before, hidden), shown(wanted, hidden)));
    }
  }

  private static String shown(Optional<String> value, boolean hidden) {
    if (value.isEmpty()) return "not set";
    return hidden ? "set" : value.get();
  }

  private static Map<String, String> labels(ContainerSpec spec) {
    Map<String, String> labels = new LinkedHashMap<>();
    spec.labels()
        .forEach(
            (name, value) -> {
              if (name.startsWith(Labels.PREFIX) && !BOOKKEEPING.contains(name))
                labels.put(name, value);
            });
    return labels;
  }

  private static Map<String, String> settings(ContainerSpec spec) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("Image", spec.imageId());
    settings.put("Command", String.join(" ", spec.command()));
    settings.put("User", spec.user());
    settings.put("Memory", Sizes.gibibytes(spec.limits().memoryBytes()));
    settings.put("Cores", Sizes.decimal(spec.limits().cores()));
    settings.put("Processes", Integer.toString(spec.limits().processes()));
    spec.port()
        .ifPresent(
            port -> settings.put("Port", "127.0.0.1:" + port.host() + " to " + port.container()));
    settings.put("Network", spec.network());
    settings.put("Extra hosts", String.join(", ", spec.extraHosts()));
    for (ContainerSpec.BindMount mount : spec.mounts()) {
      settings.put(
          "Mount " + mount.target(), mount.source() + (mount.readOnly() ? " read-only" : ""));
    }
    for (ContainerSpec.Tmpfs memory : spec.tmpfs()) {
      settings.put(
          "Memory file system " + memory.target(),
          "%d bytes, %d:%d, mode %s"
              .formatted(memory.sizeBytes(), memory.uid(), memory.gid(), memory.mode()));
    }
    settings.put("Health check", spec.health().toString());
    settings.put("Stop grace", spec.stopGrace().toSeconds() + " s");
    settings.put(
        "Log rotation", spec.logs().files() + " files of " + spec.logs().maxBytes() + " bytes");
    return settings;
  }
}
