package io.innkeeper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflineDoctorTest {
  @TempDir Path home;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void settingThatCanNotBeUsedIsAFinding() {
    assertThat(examined("--innkeeper.engine.address=/var/run/docker.sock"))
        .isEqualTo(ExitCode.SETTINGS);
    assertThat(said.toString(UTF_8))
        .startsWith("bad   settings")
        .contains("“/var/run/docker.sock” is no address")
        .contains("Write it like unix:///var/run/docker.sock");
  }

  @Test
  void programsReadItAsJson() {
    assertThat(examined("--json", "--innkeeper.tenant.cores=one")).isEqualTo(ExitCode.SETTINGS);
    assertThat(said.toString(UTF_8)).startsWith("[{").contains("\"settings\"", "“one”");
  }

  @Test
  void engineThatIsAwayIsAFinding() {
    assertThat(examined("--innkeeper.engine.address=unix://" + home.resolve("none.sock")))
        .isEqualTo(ExitCode.FINDINGS);
    assertThat(said.toString(UTF_8)).contains("bad   engine");
  }

  private ExitCode examined(String... words) {
    List<String> all = new ArrayList<>(List.of("--offline", "--home=" + home));
    all.addAll(List.of(words));
    return OfflineDoctor.run(all, new PrintStream(said, true, UTF_8));
  }
}
