package io.innkeeper.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.innkeeper.engine.ContainerEngine.LogLine;
import io.innkeeper.engine.ContainerEngine.LogQuery;
import io.innkeeper.engine.ContainerEngine.LogStream;
import io.innkeeper.engine.ContainerName;
import io.innkeeper.engine.ContainerSpec;
import io.innkeeper.engine.EngineException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DockerLogsTest {
  private final TestingContainers containers = new TestingContainers();

  @AfterEach
  void leaveNothing() {
    containers.close();
  }

  @Test
  void linesComeWithTimeAndStream() throws InterruptedException {
    Instant before = Instant.now().minusSeconds(5);
    List<LogLine> lines = output("echo here; echo żółw >&2; printf 'no line feed'");
    assertThat(lines)
        .extracting(LogLine::text)
        .containsExactlyInAnyOrder("here", "żółw", "no line feed");
    assertThat(lines).allMatch(line -> line.at().isAfter(before));
    assertThat(lines).filteredOn(LogLine::error).extracting(LogLine::text).containsExactly("żółw");
  }

  @Test
  void longLineStaysOneLine() throws InterruptedException {
    List<LogLine> lines = output("head -c 40000 /dev/zero | tr '\\0' x; echo; echo short");
    assertThat(lines).extracting(line -> line.text().length()).containsExactly(40_000, 5);
  }

  @Test
  void lineWithoutEndIsGivenInPieces() throws InterruptedException {
    List<LogLine> lines = output("head -c 200000 /dev/zero | tr '\\0' x");
    assertThat(lines).hasSizeGreaterThan(1);
    assertThat(lines.stream().mapToInt(line -> line.text().length()).sum()).isEqualTo(200_000);
  }

  @Test
  void tailAndSinceGiveTheEnd() throws InterruptedException {
    ContainerSpec spec =
        containers.started(
            containers.spec("bash", "-c", "for i in 1 2 3 4; do echo $i; sleep .1; done"));
    List<LogLine> all = containers.output(spec.name());
    assertThat(read(spec.name(), 2, Optional.empty())).isEqualTo(all.subList(2, 4));
    assertThat(read(spec.name(), 0, Optional.of(all.get(1).at()))).isEqualTo(all.subList(2, 4));
  }

  @Test
  void followedLogComesAliveAndCanBeLeft() throws InterruptedException {
    ContainerSpec spec =
        containers.started(
            containers.spec("bash", "-c", "while true; do echo tick; sleep .1; done"));
    List<LogLine> lines = new CopyOnWriteArrayList<>();
    LogStream log =
        containers.engine().logs(spec.name(), new LogQuery(0, Optional.empty(), true), lines::add);
    await().until(() -> lines.size() > 3);
    log.close();
    log.await();
    int left = lines.size();
    containers.engine().remove(spec.name());
    assertThat(lines).hasSizeLessThanOrEqualTo(left + 1);
  }

  @Test
  void logOfNothingIsAFailure() throws InterruptedException {
    ContainerName none = new ContainerName("innkeeper-test-none");
    EngineException thrown =
        catchThrowableOfType(EngineException.class, () -> containers.output(none));
    assertThat(thrown.kind()).isEqualTo(EngineException.Kind.NO_SUCH_CONTAINER);
  }

  /** The wait keeps a second run, which the engine begins at once, out of what is read. */
  private List<LogLine> output(String script) throws InterruptedException {
    return containers.output(
        containers.started(containers.spec("bash", "-c", "sleep 1; " + script)).name());
  }

  private List<LogLine> read(ContainerName name, int tail, Optional<Instant> since)
      throws InterruptedException {
    return containers.read(name, new LogQuery(tail, since, false));
  }
}
