package io.innkeeper.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.engine.ContainerEngine.Usage;
import io.innkeeper.engine.ContainerName;
import io.innkeeper.engine.ContainerSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UsageReadingTest {
  private final TestingContainers containers = new TestingContainers();

  @AfterEach
  void leaveNothing() {
    containers.close();
  }

  @Test
  void busyContainerUsesWhatItsLimitAllows() {
    ContainerSpec spec = containers.started(containers.spec("bash", "-c", "while :; do :; done"));
    Usage usage = containers.engine().usage(spec.name()).orElseThrow();
    assertThat(usage.cores()).isBetween(0.05, 0.8);
    assertThat(usage.memoryBytes()).isBetween(1L, 64L << 20);
    assertThat(usage.memoryLimitBytes()).isEqualTo(64L << 20);
    assertThat(usage.processes()).isPositive();
  }

  @Test
  void fileCacheIsNotCounted() {
    ContainerSpec spec =
        containers.started(
            containers.spec(
                "bash", "-c", "cat /usr/bin/* /usr/lib/*/*.so* > /dev/null 2>&1; sleep 60"));
    Usage usage = containers.engine().usage(spec.name()).orElseThrow();
    // With the cache it would be close to the limit of 64 MiB.
    assertThat(usage.memoryBytes()).isLessThan(40L << 20);
  }

  @Test
  void containerThatDoesNotRunUsesNothing() {
    ContainerSpec spec = containers.spec("true");
    containers.engine().create(spec);
    assertThat(containers.engine().usage(spec.name())).isEmpty();
    assertThat(containers.engine().usage(new ContainerName("innkeeper-test-none"))).isEmpty();
  }
}
