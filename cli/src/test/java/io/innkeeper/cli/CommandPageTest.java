package io.innkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandPageTest {
  @TempDir private Path folder;

  @Test
  void pageSaysWhatTheCommandsSay() throws Exception {
    Path page = Path.of("..", "docs", "cli.md");
    String wanted = CommandPage.of(new TestingDesk(folder).commands());
    if (Boolean.getBoolean("innkeeper.write")) Files.writeString(page, wanted);
    assertThat(page)
        .as("docs/cli.md is behind the commands; its head says how to write it")
        .hasContent(wanted);
  }

  @Test
  void everyCommandAndOptionIsDescribed() {
    described(new TestingDesk(folder).commands());
  }

  private static void described(CommandLine command) {
    var spec = command.getCommandSpec();
    assertThat(spec.usageMessage().description()).as(spec.qualifiedName()).isNotEmpty();
    spec.args()
        .forEach(
            each ->
                assertThat(each.description())
                    .as(spec.qualifiedName() + " " + each.paramLabel())
                    .isNotEmpty());
    command.getSubcommands().values().forEach(CommandPageTest::described);
  }
}
