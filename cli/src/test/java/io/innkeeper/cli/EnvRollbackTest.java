package io.innkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.cli.TestingDesk.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code innkeeper env generate} made is gone again when a later step fails. */
class EnvRollbackTest {
  private static final String NAME = "ABC Company Sp. z o.o.";
  private static final String ID = "mai_client_362862c8";

  @TempDir private Path folder;
  private TestingOpenRouter openRouter;
  private TestingDesk desk;
  private Path file;

  @BeforeEach
  void open() {
    openRouter = new TestingOpenRouter();
    file = folder.resolve(".env");
    desk =
        new TestingDesk(folder.resolve("desk"))
            .with("OPENROUTER_BASE_URL", openRouter.url())
            .with("OPENROUTER_MANAGEMENT_KEY", TestingOpenRouter.MANAGEMENT);
  }

  @AfterEach
  void close() {
    openRouter.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 500})
  void failureAfterCreationDeletesTheKey(int status) throws Exception {
    Files.writeString(file, "A=1\n");
    openRouter.refuse("GET /key", status);
    Said said = generated();
    assertThat(said.code()).isEqualTo(status == 401 ? 15 : 16);
    assertThat(said.err()).contains("The new key was deleted", "is as it was before");
    assertThat(openRouter.keys()).isEmpty();
    assertThat(file).hasContent("A=1");
    assertThat(folder.resolve(".env.backup")).doesNotExist();
  }

  @Test
  void aKeyWhoseAnswerWasLostIsFoundAndDeleted() {
    openRouter.lose("POST /keys");
    Said said = generated();
    assertThat(said.code()).isEqualTo(16);
    assertThat(openRouter.changes()).containsExactly("POST /keys", "DELETE /keys/HASH");
    assertThat(openRouter.keys()).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void whatCanNotBeDeletedIsSaid() {
    openRouter.refuse("GET /key", 401);
    openRouter.refuse("DELETE /keys/HASH", 500);
    assertThat(generated().err())
        .contains("could not be deleted; delete it at OpenRouter.", ID + " " + NAME);
  }

  @Test
  void ctrlCDeletesTheKey() throws Exception {
    openRouter.slow("POST /keys", 1500);
    Path said = folder.resolve("said");
    Process process = generatingApart(said);
    try {
      Awaitility.await()
          .atMost(60, TimeUnit.SECONDS)
          .until(() -> openRouter.changes().contains("POST /keys") || !process.isAlive());
      assertThat(process.isAlive()).as(Files.readString(said)).isTrue();
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(openRouter.keys()).isEmpty();
    assertThat(file).doesNotExist();
    assertThat(said).content().contains("The new key was deleted");
  }

  /** The same in a process of its own, which can be interrupted. */
  private Process generatingApart(Path said) throws Exception {
    Path key = Files.writeString(folder.resolve("key"), TestingOpenRouter.MANAGEMENT);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    // Whoever runs the tests in the background ignores Ctrl-C, and children inherit that.
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT", java));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Innkeeper.class.getName());
    command.addAll(words());
    command.addAll(
        List.of("--openrouter-url", openRouter.url(), "--management-key-file", key.toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
  }

  private Said generated() {
    return desk.run(words().toArray(String[]::new));
  }

  private List<String> words() {
    return List.of(
        "env",
        "generate",
        "--file",
        file.toString(),
        "--organisation",
        NAME,
        "--limit",
        "50",
        "--yes");
  }
}
