package io.innkeeper.cli;

import io.innkeeper.cli.desk.Desk;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code innkeeper help tenant open} says the same as {@code innkeeper tenant open --help}. */
@Command(name = "help", description = "Show the help of a command.")
public final class HelpCommand implements Runnable {
  private final Desk desk;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "For example: tenant open.")
  private List<String> words = List.of();

  public HelpCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    CommandLine command = Objects.requireNonNull(spec).root().commandLine();
    for (String word : words) {
      CommandLine next = command.getSubcommands().get(word);
      if (next == null)
        throw new ParameterException(command, "There is no command “" + word + "” here.");
      command = next;
    }
    command.usage(desk.terminal().out());
  }
}
