package io.innkeeper;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.fault.Fault;
import io.innkeeper.testing.FreePort;
import io.innkeeper.testing.TestingProcess;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExitCodeTest {
  @TempDir Path directory;

  private TestingProcess run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--home=" + directory.resolve("home"));
    all.add("--innkeeper.engine.address=unix:///nowhere.sock");
    return TestingProcess.start(Main.class, directory, all);
  }

  @Test
  void pageListsEveryCode() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "operate.md"));
    for (ExitCode code : ExitCode.values())
      assertThat(page).contains("| " + code.number() + " | " + code.meaning() + " |");
  }

  @Test
  void numbersAreDistinct() {
    assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::number)).doesNotHaveDuplicates();
  }

  @Test
  void takenPortEndsTheStartWithOneSentence() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        TestingProcess process =
            run(
                "serve",
                "--innkeeper.http.host=127.0.0.1",
                "--innkeeper.http.metrics-port=0",
                "--innkeeper.openrouter.prices-every=0s",
                "--innkeeper.rates.every=0s",
                "--innkeeper.http.port=" + other.getLocalPort())) {
      assertThat(process.exitCode()).isEqualTo(ExitCode.PORT.number());
      assertThat(process.output())
          .contains("Tried to listen on port " + other.getLocalPort())
          .doesNotContain("\n    at ");
    }
  }

  @Test
  void unknownSettingEndsTheStartBeforeAnythingIsMade() {
    try (TestingProcess process = run("serve", "--innkeeper.http.prot=1")) {
      assertThat(process.exitCode()).isEqualTo(ExitCode.SETTINGS.number());
      assertThat(process.output()).contains("the nearest is --innkeeper.http.port");
      assertThat(directory.resolve("home")).doesNotExist();
    }
  }

  @Test
  void unknownWordIsAnsweredWithTheKnownOnes() {
    try (TestingProcess process = run("sreve")) {
      assertThat(process.exitCode()).isEqualTo(ExitCode.USAGE.number());
      assertThat(process.output()).contains("doctor --offline");
    }
  }

  @Test
  void clockFarOffIsRefused() {
    Build build = new Build("0.1.0", Instant.parse("2026-01-01T00:00:00Z"));
    for (String off : List.of("1970-01-01T00:00:10Z", "2062-01-01T00:00:00Z")) {
      Clock clock = Clock.fixed(Instant.parse(off), ZoneOffset.UTC);
      assertThat(
              org.assertj.core.api.Assertions.catchThrowableOfType(
                      Fault.class, () -> build.refuseClockFarOff(clock))
                  .said())
          .contains(off.substring(0, 10));
    }
  }

  @Test
  void offlineDoctorMakesNothing() {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ExitCode code =
        OfflineDoctor.run(
            List.of(
                "--offline",
                "--json",
                "--home=" + directory.resolve("home"),
                "--innkeeper.http.port=0",
                "--innkeeper.tenant.gateway-port=" + FreePort.any(),
                "--innkeeper.http.metrics-port=0",
                "--innkeeper.openrouter.prices-every=0s",
                "--innkeeper.rates.every=0s",
                "--innkeeper.engine.address=unix:///nowhere.sock"),
            new PrintStream(output));
    assertThat(code).isEqualTo(ExitCode.FINDINGS);
    assertThat(output.toString())
        .contains("\"name\":\"engine\",\"state\":\"bad\"")
        .contains("\"name\":\"jdk\",\"state\":\"ok\"");
    assertThat(directory.resolve("home")).doesNotExist();
  }
}
