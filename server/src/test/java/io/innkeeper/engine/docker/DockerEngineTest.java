package io.innkeeper.engine.docker;

import static io.innkeeper.engine.docker.TestingContainers.from;
import static io.innkeeper.engine.docker.TestingContainers.mounting;
import static io.innkeeper.engine.docker.TestingContainers.named;
import static io.innkeeper.engine.docker.TestingContainers.on;
import static io.innkeeper.engine.docker.TestingContainers.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.innkeeper.engine.ContainerEngine.EngineInfo;
import io.innkeeper.engine.ContainerSpec;
import io.innkeeper.engine.ContainerSpec.BindMount;
import io.innkeeper.engine.ContainerState;
import io.innkeeper.engine.ContainerState.Run;
import io.innkeeper.engine.EngineAddress;
import io.innkeeper.engine.EngineException;
import io.innkeeper.engine.EngineException.Kind;
import io.innkeeper.engine.EngineSettings;
import io.innkeeper.engine.ImageFacts;
import io.innkeeper.engine.ImageReference;
import io.innkeeper.engine.NetworkSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerEngineTest {
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final TestingContainers containers = new TestingContainers();
  private final DockerEngine engine = containers.engine();
  @TempDir private Path directory = Path.of("");

  @AfterEach
  void leaveNothing() {
    containers.close();
  }

  @Test
  void engineSaysWhatItIs() {
    EngineInfo info = engine.info();
    assertThat(info.version()).isNotBlank();
    assertThat(info.cores()).isPositive();
    assertThat(info.memoryBytes()).isPositive();
    assertThat(engine.hostGateway())
        .hasValueSatisfying(address -> assertThat(address).contains("."));
  }

  @Test
  void whatWasAskedReadsBackEqual() {
    NetworkSpec network = containers.network("inkt-");
    ContainerSpec asked = on(published(spec("sleep", "300"), freePort(), 8080), network);
    asked = mounting(asked, new BindMount(directory, "/mnt/here", true));
    ContainerState made = engine.create(asked);
    assertThat(made.actual()).isEqualTo(asked);
    assertThat(made.weaknesses()).isEmpty();
    assertThat(made.run()).isEqualTo(Run.CREATED);
    engine.start(asked.name());
    assertThat(engine.find(asked.name()).orElseThrow().actual()).isEqualTo(asked);
  }

  @Test
  void whatTheImageBringsIsNotTakenForAsked() {
    ContainerSpec asked = spec();
    ContainerState made = engine.create(asked);
    assertThat(made.actual()).isEqualTo(asked);
    assertThat(made.actual().environment()).containsKey("PORT").doesNotContainKey("DOCKER");
    assertThat(made.labels()).isEqualTo(containers.label());
  }

  @Test
  void whatADeadProcessStillCreatesIsTaken() throws Exception {
    ContainerSpec asked = spec();
    List<Callable<ContainerState>> both =
        List.of(() -> engine.create(asked), () -> engine.create(asked));
    try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ContainerState>> made = askers.invokeAll(both);
      assertThat(made.getFirst().get().id()).isEqualTo(made.getLast().get().id());
    }
  }

  @Test
  void startStopAndRestartCanBeRepeated() {
    ContainerSpec spec = containers.started(spec("sleep", "300"));
    engine.start(spec.name());
    assertThat(state(spec).running()).isTrue();
    assertThat(state(spec).startedAt()).isPresent();
    engine.stop(spec.name(), Duration.ZERO);
    engine.stop(spec.name(), Duration.ZERO);
    assertThat(state(spec).run()).isEqualTo(Run.EXITED);
    engine.start(spec.name());
    assertThat(state(spec).running()).isTrue();
  }

  @Test
  void stopLetsTheProgramEndCleanly() {
    ContainerSpec spec =
        containers.started(spec("bash", "-c", "trap 'exit 3' TERM; sleep 60 & wait"));
    engine.stop(spec.name(), Duration.ofSeconds(20));
    assertThat(state(spec).exitCode()).isEqualTo(3);
  }

  @Test
  void programThatIgnoresTheStopIsKilledAfterItsGrace() {
    ContainerSpec spec = containers.started(spec("bash", "-c", "trap '' TERM; sleep 60"));
    engine.stop(spec.name(), Duration.ofSeconds(1));
    assertThat(state(spec).exitCode()).isEqualTo(137);
  }

  @Test
  void whatIsNotThereIsStoppedAndRemovedAlready() {
    ContainerSpec spec = spec("true");
    engine.stop(spec.name(), GRACE);
    engine.remove(spec.name());
    engine.removeNetwork("innkeeper-test-none");
    assertThat(engine.find(spec.name())).isEmpty();
    assertThat(failure(() -> engine.start(spec.name())).kind()).isEqualTo(Kind.NO_SUCH_CONTAINER);
  }

  @Test
  void renameCanBeRepeated() {
    ContainerSpec spec = containers.started(spec("sleep", "300"));
    engine.rename(spec.name(), spec.name().with("-old"));
    engine.rename(spec.name(), spec.name().with("-old"));
    assertThat(engine.find(spec.name())).isEmpty();
    assertThat(engine.find(spec.name().with("-old")).orElseThrow().running()).isTrue();
  }

  @Test
  void takenNameIsToldApart() {
    ContainerSpec spec = spec("true");
    engine.create(spec);
    ContainerSpec another = named(spec("false"), spec.name());
    EngineException thrown = failure(() -> engine.create(another));
    assertThat(thrown.kind()).isEqualTo(Kind.NAME_TAKEN);
    assertThat(thrown).hasMessageStartingWith("Tried to create container " + spec.name());
    ContainerSpec other = named(spec, spec.name().with("-other"));
    engine.create(other);
    assertThat(failure(() -> engine.rename(other.name(), spec.name())).kind())
        .isEqualTo(Kind.NAME_TAKEN);
  }

  @Test
  void takenPortIsToldApart() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ContainerSpec spec =
          published(
              on(spec("sleep", "9"), containers.network("inkt-")), other.getLocalPort(), 8080);
      engine.create(spec);
      assertThat(failure(() -> engine.start(spec.name())).kind()).isEqualTo(Kind.PORT_TAKEN);
    }
  }

  @Test
  void missingMountSourceIsRefusedAndNotMade() {
    Path missing = directory.resolve("missing");
    ContainerSpec spec = mounting(spec("true"), new BindMount(missing, "/mnt/here", false));
    assertThat(failure(() -> engine.create(spec)).kind()).isEqualTo(Kind.REFUSED);
    assertThat(missing).doesNotExist();
  }

  @Test
  void missingImageIsToldApart() {
    ContainerSpec spec = from(spec("true"), "sha256:" + "0".repeat(64));
    assertThat(failure(() -> engine.create(spec)).kind()).isEqualTo(Kind.NO_SUCH_IMAGE);
    assertThat(engine.image(ImageReference.parse("innkeeper/none:1"))).isEmpty();
  }

  @Test
  void imageTellsItsFacts() {
    ImageFacts facts = engine.image(StandIn.IMAGE).orElseThrow();
    assertThat(facts.id()).startsWith("sha256:");
    assertThat(facts.tags()).contains("innkeeper/stand-in:1");
    assertThat(facts.sizeBytes()).isPositive();
    assertThat(facts.labels()).containsEntry("org.opencontainers.image.version", "0.12.4");
  }

  @Test
  void imageThatNoRegistryHasIsNotPulled() {
    ImageReference nowhere = ImageReference.parse("127.0.0.1:9/innkeeper/none:1");
    EngineException thrown = failure(() -> engine.pull(nowhere, said -> {}));
    assertThat(thrown.kind()).isEqualTo(Kind.REGISTRY_REFUSED);
    assertThat(thrown).hasMessageStartingWith("Tried to pull image " + nowhere);
  }

  @Test
  void networkIsMadeOnceAndGivenUpWhenItDiffers() {
    NetworkSpec network = containers.network("inkt-");
    engine.ensureNetwork(network);
    assertThat(engine.networks(containers.label())).containsExactly(network);
    NetworkSpec other =
        new NetworkSpec(network.name(), "10.220.0.0/28", network.bridge(), network.labels());
    assertThat(failure(() -> engine.ensureNetwork(other)).kind()).isEqualTo(Kind.REFUSED);
  }

  @Test
  void overlappingSubnetIsToldApart() {
    NetworkSpec network = containers.network("inkt-");
    NetworkSpec other =
        new NetworkSpec(network.name() + "-2", network.subnet(), "inkt-other", network.labels());
    assertThat(failure(() -> engine.ensureNetwork(other)).kind()).isEqualTo(Kind.NETWORK_TAKEN);
  }

  @Test
  void labelsFindOnlyTheirOwn() {
    ContainerSpec spec = spec("true");
    engine.create(spec);
    assertThat(engine.withLabels(containers.label()))
        .extracting(ContainerState::name)
        .containsExactly(spec.name());
    assertThat(engine.withLabels(Map.of("io.innkeeper.test", "other"))).isEmpty();
  }

  @Test
  void engineThatIsAwayIsToldApart() {
    EngineSettings defaults = EngineSettings.defaults();
    try (DockerEngine away =
        new DockerEngine(
            new EngineSettings(
                EngineAddress.parse("unix://" + directory.resolve("none.sock")),
                GRACE,
                defaults.subnetPool(),
                defaults.bridgePrefix(),
                defaults.firstPort(),
                defaults.lastPort()))) {
      EngineException thrown = failure(away::info);
      assertThat(thrown.kind()).isEqualTo(Kind.NOT_REACHABLE);
      assertThat(thrown).hasMessageContaining("none.sock").hasMessageContaining("Start");
    }
  }

  private ContainerSpec spec(String... command) {
    return containers.spec(command);
  }

  private ContainerState state(ContainerSpec spec) {
    return engine.find(spec.name()).orElseThrow();
  }

  private static EngineException failure(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(EngineException.class, call);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException thrown) {
      throw new IllegalStateException(thrown);
    }
  }
}
