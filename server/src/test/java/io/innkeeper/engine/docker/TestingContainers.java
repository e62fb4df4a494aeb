package io.innkeeper.engine.docker;

import io.innkeeper.engine.ContainerEngine.LogLine;
import io.innkeeper.engine.ContainerEngine.LogQuery;
import io.innkeeper.engine.ContainerEngine.LogStream;
import io.innkeeper.engine.ContainerName;
import io.innkeeper.engine.ContainerSpec;
import io.innkeeper.engine.ContainerSpec.BindMount;
import io.innkeeper.engine.ContainerSpec.Health;
import io.innkeeper.engine.ContainerSpec.Limits;
import io.innkeeper.engine.ContainerSpec.LogRotation;
import io.innkeeper.engine.ContainerSpec.PublishedPort;
import io.innkeeper.engine.ContainerSpec.Tmpfs;
import io.innkeeper.engine.EngineSettings;
import io.innkeeper.engine.NetworkSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** A real engine, and containers and networks that are gone when the test ends. */
final class TestingContainers implements AutoCloseable {
  private final DockerEngine engine = new DockerEngine(EngineSettings.defaults());
  private final Map<String, String> label =
      Map.of("io.innkeeper.test", UUID.randomUUID().toString());
  private final String imageId = StandIn.image(engine).id();

  DockerEngine engine() {
    return engine;
  }

  /** What everything made here carries. */
  Map<String, String> label() {
    return label;
  }

  static String random() {
    return UUID.randomUUID().toString().substring(0, 4);
  }

  /** A small container that runs this command. */
  ContainerSpec spec(String... command) {
    return new ContainerSpec(
        new ContainerName("innkeeper-test-" + UUID.randomUUID().toString().substring(0, 8)),
        imageId,
        List.of(command),
        Map.of("GREETING", "hello=you", "EMPTY", "", "PORT", "8080"),
        label,
        "1000:1000",
        List.of(),
        List.of(
            new Tmpfs("/tmp", 16 << 20, 1000, 1000, "1777"),
            new Tmpfs("/app/backend/data", 16 << 20, 1000, 1000, "0755")),
        new Limits(64 << 20, 0.5, 64),
        Optional.empty(),
        "none",
        List.of("host.docker.internal:host-gateway"),
        new Health(
            List.of("true"),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            4),
        Duration.ofSeconds(2),
        new LogRotation(1 << 20, 2));
  }

  static ContainerSpec named(ContainerSpec spec, ContainerName name) {
    return changed(spec, name, spec.mounts(), spec.port(), spec.network(), spec.imageId());
  }

  static ContainerSpec mounting(ContainerSpec spec, BindMount... mounts) {
    return changed(spec, spec.name(), List.of(mounts), spec.port(), spec.network(), spec.imageId());
  }

  static ContainerSpec on(ContainerSpec spec, NetworkSpec network) {
    return changed(spec, spec.name(), spec.mounts(), spec.port(), network.name(), spec.imageId());
  }

  static ContainerSpec published(ContainerSpec spec, int host, int container) {
    Optional<PublishedPort> port = Optional.of(new PublishedPort(host, container));
    return changed(spec, spec.name(), spec.mounts(), port, spec.network(), spec.imageId());
  }

  static ContainerSpec from(ContainerSpec spec, String imageId) {
    return changed(spec, spec.name(), spec.mounts(), spec.port(), spec.network(), imageId);
  }

  static ContainerSpec checked(ContainerSpec spec, Health health) {
    return new ContainerSpec(
        spec.name(),
        spec.imageId(),
        spec.command(),
        spec.environment(),
        spec.labels(),
        spec.user(),
        spec.mounts(),
        spec.tmpfs(),
        spec.limits(),
        spec.port(),
        spec.network(),
        spec.extraHosts(),
        health,
        spec.stopGrace(),
        spec.logs());
  }

  private static ContainerSpec changed(
      ContainerSpec spec,
      ContainerName name,
      List<BindMount> mounts,
      Optional<PublishedPort> port,
      String network,
      String imageId) {
    return new ContainerSpec(
        name,
        imageId,
        spec.command(),
        spec.environment(),
        spec.labels(),
        spec.user(),
        mounts,
        spec.tmpfs(),
        spec.limits(),
        port,
        network,
        spec.extraHosts(),
        spec.health(),
        spec.stopGrace(),
        spec.logs());
  }

  ContainerSpec started(ContainerSpec spec) {
    engine.create(spec);
    engine.start(spec.name());
    return spec;
  }

  /** A bridge of its own, named with this prefix. */
  NetworkSpec network(String prefix) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    String subnet =
        "10.%d.%d.%d/28"
            .formatted(random.nextInt(214, 220), random.nextInt(256), random.nextInt(16) * 16);
    String bridge = prefix + random();
    NetworkSpec network = new NetworkSpec("innkeeper-test-" + bridge, subnet, bridge, label);
    engine.ensureNetwork(network);
    return network;
  }

  /** Everything the container has written when it has ended. */
  List<LogLine> output(ContainerName name) throws InterruptedException {
    read(name, new LogQuery(1, Optional.empty(), true));
    // It would be started again, and write everything twice.
    engine.stop(name, Duration.ZERO);
    // Docker 20 forgets an unfinished last line for those who follow.
    return read(name, new LogQuery(0, Optional.empty(), false));
  }

  List<LogLine> read(ContainerName name, LogQuery query) throws InterruptedException {
    List<LogLine> lines = new CopyOnWriteArrayList<>();
    try (LogStream log = engine.logs(name, query, lines::add)) {
      log.await();
    }
    return lines;
  }

  static String text(List<LogLine> lines) {
    return lines.stream().map(LogLine::text).collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    engine.withLabels(label).forEach(container -> engine.remove(container.name()));
    engine.networks(label).forEach(network -> engine.removeNetwork(network.name()));
    engine.close();
  }
}
