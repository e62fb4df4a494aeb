package io.innkeeper.openwebui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeps the fast stand-in honest: it is asked the same questions as the real thing. */
class StandInTest {
  @ParameterizedTest
  @ValueSource(strings = {"0.12.4", "0.11.0", "0.10.2"})
  void standInKeepsThePromisesOfTheRealThing(String version, @TempDir Path data) throws Exception {
    try (TestingWorkspace workspace = new TestingWorkspace("innkeeper/stand-in:", data)) {
      Map<String, String> found = new CompatibilityChecks(workspace, version).run();
      Release release = Release.parse(version);
      assertThat(found).containsEntry("Schema revision", release.expectedRevision().orElseThrow());
      assertThat(found.entrySet().stream().filter(it -> it.getValue().equals("no")))
          .extracting(Map.Entry::getKey)
          .isEqualTo(release.refusesPlugins() ? List.of() : List.of("Plug-ins are refused"));
    }
  }
}
