package io.innkeeper.cli;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Moment;
import io.innkeeper.cli.desk.Options;
import io.innkeeper.cli.terminal.Terminal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;

/** The command line: nouns, each with its verbs. */
@Command(
    name = "innkeeper",
    description = "Runs private AI workspaces for many clients.",
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    subcommands = {CompletionCommand.class, Version.class})
public final class Innkeeper {
  @Mixin private final Options options = new Options();

  private Innkeeper() {}

  public static void main(String... arguments) {
    Terminal terminal = Terminal.ofProcess();
    System.exit(run(terminal, folder(terminal), Clock.systemDefaultZone(), arguments));
  }

  /**
   * Runs one command.
   *
   * @param folder where the sign-in is kept
   * @return the exit code
   */
  public static int run(Terminal terminal, Path folder, Clock clock, String... arguments) {
    Innkeeper innkeeper = new Innkeeper();
    try (Desk desk = new Desk(terminal, innkeeper.options, folder, clock)) {
      return commandLine(innkeeper, desk).execute(arguments);
    }
  }

  /** All commands as picocli sees them. */
  static CommandLine commandLine(Innkeeper innkeeper, Desk desk) {
    Failures failures = new Failures(desk);
    return new CommandLine(innkeeper, new Commands(desk))
        .setOut(new PrintWriter(desk.terminal().out(), true))
        .setErr(new PrintWriter(desk.terminal().err(), true))
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(desk.terminal().colour() ? Ansi.ON : Ansi.OFF))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpLongOptionsMaxWidth(28)
        .setUsageHelpWidth(Math.max(60, desk.terminal().columns()))
        .registerConverter(Moment.class, new Moment.Reader())
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
  }

  private static Path folder(Terminal terminal) {
    return terminal
        .variable("XDG_CONFIG_HOME")
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".config"))
        .resolve("innkeeper");
  }
}
