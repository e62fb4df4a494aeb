package io.innkeeper.cli;

import io.innkeeper.cli.desk.Desk;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Teaches a shell to complete commands and options. */
@Command(
    name = "completion",
    description = "Print the script that completes commands in a shell.",
    footer = {
      "",
      "For this shell only:  source <(innkeeper completion bash)",
      "For every bash:       innkeeper completion bash"
          + " > ~/.local/share/bash-completion/completions/innkeeper",
      "For every zsh:        echo 'source <(innkeeper completion zsh)' >> ~/.zshrc"
    })
public final class CompletionCommand implements Runnable {
  /** The shells that are known. The script is one and the same: it asks which one reads it. */
  enum Shell {
    bash,
    zsh
  }

  private final Desk desk;

  @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
  private @Nullable Shell shell;

  @ParentCommand private @Nullable Innkeeper innkeeper;

  public CompletionCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    Innkeeper root = java.util.Objects.requireNonNull(innkeeper);
    CommandLine whole = Innkeeper.commandLine(root, desk);
    desk.terminal().out().print(AutoComplete.bash("innkeeper", whole));
  }
}
