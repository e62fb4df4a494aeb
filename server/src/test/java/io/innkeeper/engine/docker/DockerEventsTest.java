package io.innkeeper.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.engine.ContainerEngine.EngineEvent;
import io.innkeeper.engine.ContainerSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerEventsTest {
  private final TestingContainers containers = new TestingContainers();
  private final List<EngineEvent> events = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  @TempDir private Path directory = Path.of("");

  @AfterEach
  void leaveNothing() {
    containers.close();
  }

  @Test
  void everyTurnOfAContainersLifeArrives() throws Exception {
    try (AutoCloseable listening = listen(containers.engine())) {
      assertThat(listening).isNotNull();
      await().until(() -> connections.get() == 1);
      ContainerSpec spec = containers.started(containers.spec("bash", "-c", "exit 3"));
      await().until(() -> actions(spec).contains("die"));
      containers.engine().remove(spec.name());
      await().until(() -> actions(spec).contains("destroy"));
      assertThat(actions(spec)).startsWith("create", "start", "die");
      assertThat(events)
          .filteredOn(event -> event.name().equals(spec.name()))
          .allSatisfy(event -> assertThat(event.labels()).containsAllEntriesOf(containers.label()));
    }
  }

  @Test
  void brokenConnectionComesBackAndSaysSo() throws Exception {
    try (TestingSocket socket = new TestingSocket(directory.resolve("docker.sock"));
        DockerEngine engine = socket.engine();
        AutoCloseable listening = listen(engine)) {
      assertThat(listening).isNotNull();
      await().until(() -> connections.get() == 1);
      socket.cut();
      await().until(() -> connections.get() == 2);
      ContainerSpec spec = containers.started(containers.spec("true"));
      await().until(() -> actions(spec).contains("die"));
    }
  }

  @Test
  void listenerThatStumblesHearsTheNext() throws Exception {
    AutoCloseable listening =
        containers
            .engine()
            .events(
                event -> {
                  events.add(event);
                  throw new IllegalStateException("stumbled");
                },
                connections::incrementAndGet);
    await().until(() -> connections.get() == 1);
    ContainerSpec spec = containers.started(containers.spec("true"));
    await().until(() -> actions(spec).contains("die"));
    listening.close();
  }

  @Test
  void engineThatComesLateIsFound() throws Exception {
    Path late = directory.resolve("late.sock");
    try (DockerEngine engine = TestingSocket.engineAt(late);
        AutoCloseable listening = listen(engine)) {
      assertThat(listening).isNotNull();
      assertThat(connections).hasValue(0);
      try (TestingSocket socket = new TestingSocket(late)) {
        assertThat(socket).isNotNull();
        await().until(() -> connections.get() == 1);
      }
    }
  }

  private AutoCloseable listen(DockerEngine engine) {
    return engine.events(events::add, connections::incrementAndGet);
  }

  private List<String> actions(ContainerSpec spec) {
    return events.stream()
        .filter(event -> event.name().equals(spec.name()))
        .map(EngineEvent::action)
        .toList();
  }
}
