package io.innkeeper.cli.desk;

import io.innkeeper.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A secret from a file, a question or the input: never an argument, which the machine can read. */
public final class GivenSecret {
  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "Where the key stands; else it is asked for, or read from the input.")
  private Optional<Path> file = Optional.empty();

  /** Whether a file was named. */
  public boolean named() {
    return file.isPresent();
  }

  /**
   * The secret, from wherever it was given.
   *
   * @throws Refusal when there is none
   */
  public String read(Terminal terminal, String question) {
    String secret = file.map(GivenSecret::inFile).or(() -> told(terminal, question)).orElse("");
    if (!secret.isBlank()) return secret.strip();
    throw new Refusal(
        ExitCode.USAGE,
        "No key was given, so nothing was changed.",
        "Give it on the input or with --file.");
  }

  private static Optional<String> told(Terminal terminal, String question) {
    return terminal.interactive() ? terminal.askSecretly(question) : terminal.line();
  }

  private static String inFile(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new Refusal(ExitCode.USAGE, "The file " + file + " can't be read.", "");
    }
  }
}
