package io.innkeeper.cli.env;

import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which installation is meant, and where its file is. */
final class Where {
  @Option(
      names = "--production",
      description = "For the installation people use: .env, ids mai_client_…; the usual.")
  private boolean production;

  @Option(
      names = "--dev",
      description = "For one to develop on: .env.dev, ids dev_mai_client_…, keys of its own.")
  private boolean development;

  @Option(names = "--file", paramLabel = "FILE", description = "Another file than that.")
  private Optional<Path> file = Optional.empty();

  /** The kind of installation; by the file's name when nothing was said. */
  Stage stage() {
    if (production && development)
      throw new Refusal(
          ExitCode.USAGE, "--dev and --production exclude each other.", "Give one of them.");
    boolean named =
        file.map(Path::getFileName).filter(Path.of(Stage.DEVELOPMENT.file())::equals).isPresent();
    return development || named && !production ? Stage.DEVELOPMENT : Stage.PRODUCTION;
  }

  /** The same, but a person is asked. */
  Stage stage(Terminal terminal) {
    boolean said = production || development || file.isPresent();
    if (said || !terminal.interactive()) return stage();
    String answer = terminal.ask("Production or development? (production)").orElse("").strip();
    return answer.toLowerCase(Locale.ROOT).startsWith("d") ? Stage.DEVELOPMENT : Stage.PRODUCTION;
  }

  EnvFile file(Stage stage) {
    return EnvFile.open(file.orElseGet(() -> Path.of(stage.file())));
  }
}
