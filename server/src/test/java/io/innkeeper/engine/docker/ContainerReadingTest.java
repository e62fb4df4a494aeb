package io.innkeeper.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.engine.ContainerName;
import io.innkeeper.engine.ContainerSpec;
import io.innkeeper.engine.ContainerSpec.Health;
import io.innkeeper.engine.ContainerSpec.Limits;
import io.innkeeper.engine.ContainerState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is read of containers that are not, or no longer, as we made them. */
class ContainerReadingTest {
  private final TestingContainers containers = new TestingContainers();
  private final DockerEngine engine = containers.engine();

  @AfterEach
  void leaveNothing() {
    containers.close();
  }

  @Test
  void imagesOwnHealthCheckIsKeptWhenNoneIsAsked() throws Exception {
    ContainerSpec asked = unasked(containers.spec());
    ContainerState made = engine.create(asked);
    assertThat(made.actual()).isEqualTo(asked);
    assertThat(docker("inspect", "-f", "{{.Config.Healthcheck.Test}}", asked.name().value()))
        .contains("/health");
  }

  @Test
  void containerMadeByHandShowsItsWeaknesses() throws Exception {
    ContainerName name = containers.spec().name();
    String label = containers.label().entrySet().iterator().next().toString();
    docker(
        ("create --name %s --label %s -e ASKED=yes -p 0.0.0.0:0:8080 --pid host -v /tmp:/mnt %s sleep 1")
            .formatted(name, label, StandIn.IMAGE)
            .split(" "));
    ContainerState made = engine.find(name).orElseThrow();
    assertThat(made.weaknesses())
        .hasSize(7)
        .contains("Port 8080 is published beyond 127.0.0.1.", "It keeps kernel capabilities.");
    assertThat(made.actual().environment()).isEqualTo(Map.of("ASKED", "yes"));
    assertThat(made.labels()).isEqualTo(containers.label());
    assertThat(made.actual().command()).containsExactly("sleep", "1");
  }

  @Test
  void limitsChangedByHandAreSeen() throws Exception {
    ContainerSpec spec = containers.started(containers.spec("sleep", "300"));
    docker("update", "--cpus", "0.25", "--pids-limit", "32", spec.name().value());
    assertThat(engine.find(spec.name()).orElseThrow().actual().limits())
        .isEqualTo(new Limits(64 << 20, 0.25, 32));
  }

  /** Without a health command of its own. */
  private static ContainerSpec unasked(ContainerSpec spec) {
    Health health = spec.health();
    return TestingContainers.checked(
        spec,
        new Health(
            List.of(),
            health.interval(),
            health.timeout(),
            health.startPeriod(),
            health.retries()));
  }

  /** What somebody does behind our back. */
  private static String docker(String... words) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("docker"));
    line.addAll(List.of(words));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
