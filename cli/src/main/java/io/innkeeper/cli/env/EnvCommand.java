package io.innkeeper.cli.env;

import picocli.CommandLine.Command;

/** {@code innkeeper env …} */
@Command(
    name = "env",
    description =
        "The .env file of an installation: its organisation and its key at OpenRouter. Needs no"
            + " server.",
    subcommands = {
      GenerateCommand.class,
      ValidateCommand.class,
      RotateCommand.class,
      ShowCommand.class
    })
public final class EnvCommand {}
