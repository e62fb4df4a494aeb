package io.innkeeper.tenant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.client.Adopting;
import io.innkeeper.testing.TestingServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An app as a person of another project starts it by hand: with a volume and no more. */
record SomebodyElses(String name, String image) implements AutoCloseable {
  static final String PASSWORD = "lantern-on-the-pier";
  static final String EMAIL = "anna@client.example";
  private static final String DATA = "/app/backend/data";

  SomebodyElses(String name) {
    this(name, TestingServer.STAND_IN);
  }

  /** Runs it, with further words such as {@code -e NAME=VALUE}, until its database is there. */
  void run(String... more) throws Exception {
    List<String> words =
        new ArrayList<>(List.of("run", "-d", "--name", name, "-v", name + ":" + DATA));
    words.addAll(List.of("-e", "WEBUI_ADMIN_EMAIL=" + EMAIL));
    words.addAll(List.of("-e", "WEBUI_ADMIN_PASSWORD=" + PASSWORD));
    words.addAll(List.of(more));
    words.add(image);
    assertThat(docker(words.toArray(String[]::new))).isZero();
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> docker("exec", name, "test", "-s", DATA + "/webui.db") == 0);
  }

  Adopting wish(String organisation, String displayName, String password) {
    return new Adopting(name, organisation, displayName, null, image, EMAIL, password);
  }

  int docker(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    int code = process.waitFor();
    if (code != 0 && words[0].equals("run")) throw new AssertionError(said);
    return code;
  }

  @Override
  public void close() throws Exception {
    docker("rm", "-f", name);
    docker("volume", "rm", "-f", name);
  }
}
