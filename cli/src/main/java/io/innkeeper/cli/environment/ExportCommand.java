package io.innkeeper.cli.environment;

import static io.innkeeper.cli.environment.EnvironmentCommand.NAME;
import static io.innkeeper.cli.environment.EnvironmentCommand.ONE;

import io.innkeeper.cli.credential.CredentialCommand;
import io.innkeeper.cli.credential.Files;
import io.innkeeper.cli.credential.Passphrase;
import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.client.EnvironmentSeal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper environment export} */
@Command(
    name = "export",
    description = "Write an environment as a file, without any secret unless it is sealed.",
    footer = {
      "",
      "With --seal or --for the file holds the passwords of its sources too, and is sealed with a",
      "passphrase or for keys of the tool age. “environment import” opens it, and so does age."
    })
public final class ExportCommand implements Runnable {
  private final Desk desk;

  @Parameters(paramLabel = "ENVIRONMENT", description = NAME)
  private String name = "";

  @Option(names = "--yaml", description = "As YAML instead of JSON.")
  private boolean yaml;

  @Option(
      names = "--seal",
      description = "With the passwords, sealed with a passphrase, which is asked for.")
  private boolean seal;

  @Option(
      names = "--for",
      paramLabel = "KEY",
      description = "With the passwords, sealed for this key (age1…); may be repeated.")
  private @Nullable List<String> recipients;

  @Option(names = "--reason", paramLabel = "TEXT", description = CredentialCommand.REASON)
  private Optional<String> reason = Optional.empty();

  @Option(names = "--output", paramLabel = "FILE", description = "Where to; - for the terminal.")
  private Optional<String> output = Optional.empty();

  public ExportCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    if (seal || recipients != null) sealed();
    else plain();
  }

  private void plain() {
    Query file = Query.of(ONE + "/file", name).with("format", yaml ? "yaml" : "json");
    String to = output.orElse("-");
    if (to.equals("-")) {
      desk.client().download(file.path(), desk.terminal().out());
      return;
    }
    Files.save(Path.of(to), out -> desk.client().download(file.path(), out));
    desk.tell("Saved as " + to + ".");
  }

  private void sealed() {
    String why = CredentialCommand.reason(desk, reason);
    String passphrase = seal ? new Passphrase(desk).read("Passphrase to seal it with:") : null;
    String format = yaml ? "yaml" : "json";
    EnvironmentSeal wanted = new EnvironmentSeal(format, why, passphrase, recipients);
    String path = Query.of(ONE + "/sealed-file", name).path();
    String to = output.orElse(name.replaceAll("[^0-9A-Za-z._-]+", "-") + "." + format + ".age");
    if (to.equals("-")) {
      desk.client().download(path, wanted, desk.terminal().out());
      return;
    }
    Files.save(Path.of(to), out -> desk.client().download(path, wanted, out));
    desk.tell("Saved as " + to + ", sealed.");
  }
}
