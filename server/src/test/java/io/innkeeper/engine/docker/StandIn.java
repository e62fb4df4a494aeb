package io.innkeeper.engine.docker;

import io.innkeeper.engine.ContainerEngine;
import io.innkeeper.engine.ImageFacts;
import io.innkeeper.engine.ImageReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The fast stand-in for Open WebUI ({@code simulators/open-webui}), built when it isn't there. */
public final class StandIn {
  public static final ImageReference IMAGE = ImageReference.parse("innkeeper/stand-in:1");

  private StandIn() {}

  /** The image, in the engine. */
  public static synchronized ImageFacts image(ContainerEngine engine) {
    return engine
        .image(IMAGE)
        .orElseGet(
            () -> {
              build();
              return engine.image(IMAGE).orElseThrow();
            });
  }

  private static void build() {
    Path script = Path.of("simulators/open-webui/build.sh");
    Path here = Files.exists(script) ? script : Path.of("..").resolve(script);
    try {
      int exit = new ProcessBuilder(here.toString()).inheritIO().start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException(here + " ended with " + exit);
      }
    } catch (IOException | InterruptedException thrown) {
      throw new IllegalStateException(thrown);
    }
  }
}
