package io.innkeeper.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.engine.ContainerSpec;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What differs between two containers of one tenant. */
final class ContainerDifference {
  private ContainerDifference() {}

  /** All else must be the same before and after. */
  static Set<String> changedVariables(ContainerSpec before, ContainerSpec after) {
    assertThat(bare(after)).isEqualTo(bare(before));
    Map<String, String> all = new LinkedHashMap<>(before.environment());
    all.putAll(after.environment());
    Set<String> changed = new HashSet<>();
    for (String name : all.keySet()) {
      String was = before.environment().getOrDefault(name, "");
      if (!was.equals(after.environment().getOrDefault(name, ""))) changed.add(name);
    }
    return changed;
  }

  private static ContainerSpec bare(ContainerSpec spec) {
    Map<String, String> labels = new LinkedHashMap<>(spec.labels());
    labels.remove("io.innkeeper.version");
    return new ContainerSpec(
        spec.name(),
        spec.imageId(),
        spec.command(),
        Map.of(),
        labels,
        spec.user(),
        spec.mounts(),
        spec.tmpfs(),
        spec.limits(),
        spec.port(),
        spec.network(),
        spec.extraHosts(),
        spec.health(),
        spec.stopGrace(),
        spec.logs());
  }
}
