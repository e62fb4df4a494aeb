package io.innkeeper.cli.env;

import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The account's management key: never an argument, which every process of the machine can read. */
final class ManagementKey {
  @Option(
      names = "--management-key-file",
      paramLabel = "FILE",
      description =
          "Where OpenRouter's management key stands; else OPENROUTER_MANAGEMENT_KEY, else"
              + " OPENROUTER_PROVISIONING_KEY, else it is asked for.")
  private Optional<Path> file = Optional.empty();

  /**
   * The key, from wherever it was given.
   *
   * @throws Refusal when there is none
   */
  ApiKey read(Terminal terminal) {
    Optional<String> given =
        file.map(ManagementKey::inFile)
            .or(() -> terminal.variable("OPENROUTER_MANAGEMENT_KEY"))
            .or(() -> terminal.variable("OPENROUTER_PROVISIONING_KEY"))
            .or(() -> asked(terminal));
    if (given.filter(text -> !text.isBlank()).isEmpty())
      throw new Refusal(
          ExitCode.USAGE,
          "OpenRouter's management key is needed to make and change keys.",
          "Give OPENROUTER_MANAGEMENT_KEY or --management-key-file, or run this on a terminal.");
    return given
        .flatMap(ApiKey::parse)
        .orElseThrow(
            () ->
                new Refusal(
                    ExitCode.USAGE,
                    "What was given as management key is none: it holds spaces or other letters.",
                    "A management key begins with sk-or- and is one word."));
  }

  private static Optional<String> asked(Terminal terminal) {
    return terminal.interactive()
        ? terminal.askSecretly("OpenRouter's management key:")
        : Optional.empty();
  }

  private static String inFile(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new Refusal(ExitCode.USAGE, "The file " + file + " can't be read.", "");
    }
  }
}
