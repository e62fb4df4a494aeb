package io.innkeeper;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.engine.docker.DockerEngine;
import io.innkeeper.settings.ReadSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a build practises on is read by the code of the start. */
class TrainingEngineTest {
  @Test
  void itsAnswersAreReadAsAnEnginesAre() throws IOException {
    // A short path: that of a socket has an end.
    Path folder = Files.createTempDirectory("ink");
    String address = "unix://" + folder.resolve("engine.sock");
    TrainingEngine.open(URI.create(address));
    ReadSettings<InnkeeperSettings> read =
        InnkeeperSettings.read(List.of("--innkeeper.engine.address=" + address), Map.of());
    try (DockerEngine engine = new DockerEngine(read.settings().engine())) {
      assertThat(engine.info().version()).isEqualTo("20.10.24");
      assertThat(engine.hostGateway()).contains("127.0.0.1");
      assertThat(engine.networks(Map.of())).isEmpty();
      assertThat(engine.withLabels(Map.of("a", "b"))).isEmpty();
    }
  }
}
