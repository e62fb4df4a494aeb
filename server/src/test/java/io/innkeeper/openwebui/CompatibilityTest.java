package io.innkeeper.openwebui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs each proven version for real and keeps {@code docs/compatibility.md} true. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompatibilityTest {
  private static final Path PAGE = Path.of("..", "docs", "compatibility.md");

  private final Map<String, Map<String, String>> findings = new LinkedHashMap<>();

  @ParameterizedTest
  @ValueSource(strings = {"0.12.4", "0.11.0", "0.10.2"})
  void provenVersionKeepsItsPromises(String version, @TempDir Path data) throws Exception {
    try (TestingWorkspace workspace = new TestingWorkspace(data)) {
      Map<String, String> found = new CompatibilityChecks(workspace, version).run();
      findings.put(version, found);
      assertThat(found).containsEntry("Schema revision", revision(version));
      assertThat(found.entrySet().stream().filter(it -> it.getValue().equals("no")))
          .extracting(Map.Entry::getKey)
          .isEqualTo(
              Release.parse(version).refusesPlugins()
                  ? List.of()
                  : List.of("Plug-ins are refused"));
    }
  }

  @AfterAll
  void pageSaysWhatWasSeen() throws IOException {
    String wanted = CompatibilityPage.of(findings);
    if (Boolean.getBoolean("innkeeper.write")) {
      Files.writeString(PAGE, wanted);
    }
    assertThat(PAGE)
        .as(
            "docs/compatibility.md says otherwise; run mvn -pl client,server test"
                + " -Dtest=CompatibilityTest -Dinnkeeper.write=true")
        .hasContent(wanted);
  }

  private static String revision(String version) {
    return Release.parse(version).expectedRevision().orElseThrow();
  }
}
