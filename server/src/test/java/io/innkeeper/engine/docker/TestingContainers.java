package io.innkeeper.engine.docker;

import io.innkeeper.engine.ContainerName;
import io.innkeeper.engine.ContainerSpec;
import io.innkeeper.engine.ContainerSpec.Health;
import io.innkeeper.engine.ContainerSpec.Limits;
import io.innkeeper.engine.ContainerSpec.LogRotation;
import io.innkeeper.engine.ContainerSpec.Tmpfs;
import io.innkeeper.engine.EngineSettings;
import io.innkeeper.engine.ImageReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A real engine and containers that are gone when the test ends. */
final class TestingContainers implements AutoCloseable {
  static final ImageReference IMAGE = ImageReference.parse("open-webui-local-base:bookworm");

  private final DockerEngine engine = new DockerEngine(EngineSettings.defaults());
  private final Map<String, String> label =
      Map.of("io.innkeeper.test", UUID.randomUUID().toString());

  DockerEngine engine() {
    return engine;
  }

  Map<String, String> label() {
    return label;
  }

  /** A small container that runs this command. */
  ContainerSpec spec(String... command) {
    return new ContainerSpec(
        new ContainerName("innkeeper-test-" + UUID.randomUUID().toString().substring(0, 8)),
        engine.image(IMAGE).orElseThrow().id(),
        List.of(command),
        Map.of("GREETING", "hello=you", "EMPTY", ""),
        label,
        "1000:1000",
        List.of(),
        List.of(new Tmpfs("/tmp", 16 << 20, 1000, 1000, "0755")),
        new Limits(64 << 20, 0.5, 64),
        Optional.empty(),
        "none",
        List.of(),
        new Health(
            List.of("true"),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            4),
        Duration.ofSeconds(2),
        new LogRotation(1 << 20, 2));
  }

  @Override
  public void close() {
    engine.withLabels(label).forEach(container -> engine.remove(container.name()));
    engine.networks(label).forEach(network -> engine.removeNetwork(network.name()));
    engine.close();
  }
}
