package io.innkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {
  @TempDir private Path directory;

  @Test
  void bashReadsTheScriptAndCompletesAVerb() throws Exception {
    String script = new TestingDesk(directory).done("completion", "bash").out();
    Path file = Files.writeString(directory.resolve("innkeeper.bash"), script);
    assertThat(bash("bash -n " + file)).isEqualTo("0 ");
    String asked =
        "source "
            + file
            + "; COMP_WORDS=(innkeeper tenant re); COMP_CWORD=2; COMP_LINE='innkeeper tenant re';"
            + " COMP_POINT=19; _complete_innkeeper; echo \"${COMPREPLY[*]}\"";
    assertThat(bash(asked)).startsWith("0 ").contains("rename", "restart", "recreate", "remove");
  }

  @Test
  void theVerbsOfEnvAreCompleted() throws Exception {
    String script = new TestingDesk(directory).done("completion", "bash").out();
    Path file = Files.writeString(directory.resolve("innkeeper.bash"), script);
    String asked =
        "source "
            + file
            + "; COMP_WORDS=(innkeeper env ''); COMP_CWORD=2; COMP_LINE='innkeeper env ';"
            + " COMP_POINT=14; _complete_innkeeper; echo \"${COMPREPLY[*]}\"";
    assertThat(bash(asked)).contains("generate", "validate", "rotate", "show");
  }

  @Test
  void anotherShellIsRefused() {
    TestingDesk.Said said = new TestingDesk(directory).run("completion", "fish");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("bash", "zsh");
  }

  /** The exit code and all that was said. */
  private String bash(String words) throws Exception {
    Process process =
        new ProcessBuilder("bash", "-c", words)
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .start();
    String said = new String(process.getInputStream().readAllBytes());
    return process.waitFor() + " " + said.strip();
  }
}
