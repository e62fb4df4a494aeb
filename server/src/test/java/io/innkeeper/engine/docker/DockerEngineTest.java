package io.innkeeper.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.engine.ContainerSpec;
import io.innkeeper.engine.ContainerState;
import io.innkeeper.engine.ContainerState.Run;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DockerEngineTest {
  @Test
  void whatWasAskedReadsBackEqual() {
    try (TestingContainers containers = new TestingContainers()) {
      ContainerSpec asked = containers.spec("sleep", "300");
      ContainerState made = containers.engine().create(asked);
      assertThat(made.actual()).usingRecursiveComparison().isEqualTo(asked);
      assertThat(made.actual()).isEqualTo(asked);
      assertThat(made.weaknesses()).isEmpty();
      assertThat(made.run()).isEqualTo(Run.CREATED);
      containers.engine().start(asked.name());
      assertThat(containers.engine().find(asked.name()).orElseThrow().running()).isTrue();
      containers.engine().stop(asked.name(), Duration.ofSeconds(0));
      System.out.println(containers.engine().info());
    }
  }
}
