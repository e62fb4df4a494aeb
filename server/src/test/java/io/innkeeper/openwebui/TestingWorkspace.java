package io.innkeeper.openwebui;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.engine.ContainerName;
import io.innkeeper.engine.ContainerSpec;
import io.innkeeper.engine.ContainerSpec.BindMount;
import io.innkeeper.engine.ContainerSpec.Limits;
import io.innkeeper.engine.ContainerSpec.LogRotation;
import io.innkeeper.engine.ContainerSpec.PublishedPort;
import io.innkeeper.engine.ContainerState;
import io.innkeeper.engine.EngineSettings;
import io.innkeeper.engine.ImageFacts;
import io.innkeeper.engine.ImageReference;
import io.innkeeper.engine.docker.DockerEngine;
import io.innkeeper.secret.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A real Open WebUI, or its stand-in, in a real container, with our environment and hardening; gone
 * at the end.
 */
final class TestingWorkspace implements AutoCloseable {
  static final String GATEWAY = "http://10.213.255.1:4100/v1";

  private static final long GIBIBYTE = 1L << 30;

  private final DockerEngine engine = new DockerEngine(EngineSettings.defaults());
  private final AppClients clients = new AppClients();
  private final HealthGate gate = new HealthGate(Clock.systemUTC(), Thread::sleep);
  private final ContainerName name =
      new ContainerName("innkeeper-compatibility-" + UUID.randomUUID().toString().substring(0, 8));
  private final int port = freePort();
  private final String images;
  private final Path data;
  private final AppInputs inputs;

  TestingWorkspace(Path data) {
    this("innkeeper/open-webui:", data);
  }

  /** {@code images} is what stands before the version in an image's name. */
  TestingWorkspace(String images, Path data) {
    this.images = images;
    this.data = data;
    Passwords passwords = new Passwords(new SecureRandom());
    inputs =
        new AppInputs(
            "Compatibility",
            URI.create("http://127.0.0.1:" + port),
            URI.create(GATEWAY),
            Secret.of("virtual-key"),
            passwords.signingKey(),
            passwords.signingKey(),
            ServiceAccount.generate("compatibility", passwords),
            UploadLimit.megabytes(GIBIBYTE),
            Map.of());
    own(data);
  }

  AppInputs inputs() {
    return inputs;
  }

  AppClient client() {
    return clients.at(URI.create("http://127.0.0.1:" + port), Duration.ofSeconds(20));
  }

  /** Makes a new container of this version on the same data and waits for the verdict. */
  Verdict start(String version) throws InterruptedException {
    engine.remove(name);
    Release release = Release.of(reference(version), image(version).labels()).orElseThrow();
    engine.create(spec(release, image(version).id()));
    engine.start(name);
    return gate.await(
        client(),
        new HealthGate.Expectation(release, Optional.of(data), inputs.serviceAccount()),
        release.startDeadline(),
        this::ended,
        line -> {});
  }

  ContainerState state() {
    return engine.find(name).orElseThrow();
  }

  /** Stops it as an update would. */
  ContainerState stop(Duration grace) {
    engine.stop(name, grace);
    return state();
  }

  /** {@code built from the package} or {@code official}. */
  String imageKind(String version) {
    return image(version).labels().keySet().stream().anyMatch(label -> label.contains("recipe"))
        ? "built from the package"
        : "official";
  }

  /** What a command prints inside the container. */
  String inside(String... command) throws IOException {
    List<String> words =
        Stream.concat(Stream.of("docker", "exec", name.value()), Stream.of(command)).toList();
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  private ContainerSpec spec(Release release, String imageId) {
    return new ContainerSpec(
        name,
        imageId,
        release.command(),
        AppEnvironment.of(inputs),
        Map.of("io.innkeeper.test", name.value()),
        Release.USER,
        List.of(new BindMount(data, Release.DATA_DIRECTORY, false)),
        release.tmpfs(),
        new Limits(GIBIBYTE, 2, 512),
        Optional.of(new PublishedPort(port, Release.PORT)),
        "bridge",
        List.of(),
        release.health(),
        release.stopGrace(),
        new LogRotation(1 << 20, 2));
  }

  private Optional<String> ended() {
    ContainerState state = state();
    return state.restarts() > 0 || !state.running()
        ? Optional.of("it exited with " + state.exitCode())
        : Optional.empty();
  }

  private ImageFacts image(String version) {
    return engine
        .image(reference(version))
        .orElseThrow(
            () ->
                new AssertionError(
                    "No image " + reference(version) + "; run ./innkeeper test, which builds it."));
  }

  private ImageReference reference(String version) {
    return ImageReference.parse(images + version);
  }

  private static void own(Path directory) {
    try {
      Files.setAttribute(directory, "unix:uid", Release.UID);
      Files.setAttribute(directory, "unix:gid", Release.GID);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  @Override
  public void close() {
    engine.remove(name);
    engine.close();
    clients.close();
  }
}
