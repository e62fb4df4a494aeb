package io.innkeeper.cli.environment;

import static io.innkeeper.cli.environment.EnvironmentCommand.ONE;

import io.innkeeper.cli.credential.CredentialCommand;
import io.innkeeper.cli.credential.Files;
import io.innkeeper.cli.credential.Passphrase;
import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.client.EnvironmentBundleSeal;
import io.innkeeper.client.EnvironmentSeal;
import io.innkeeper.client.EnvironmentView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper environment export} */
@Command(
    name = "export",
    description = "Write environments as a file, without any secret unless it is sealed.",
    footer = {
      "",
      "Several names, or --all, make one file that holds them all.",
      "With --seal or --for the file holds the passwords of its sources too, and is sealed with a",
      "passphrase or for keys of the tool age. “environment import” opens it, and so does age."
    })
public final class ExportCommand implements Runnable {
  static final String BUNDLE = "/environment-bundle";

  private final Desk desk;

  @Parameters(paramLabel = "ENVIRONMENT", arity = "0..*", description = "Their names or ids.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--all", description = "All environments, in one file.")
  private boolean all;

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
    if (all != names.isEmpty())
      throw new Refusal(
          ExitCode.USAGE, "Name environments, or give --all.", "See: environment export --help");
    if (seal || recipients != null) sealed();
    else plain();
  }

  /** Whether one file holds several. */
  private boolean several() {
    return all || names.size() > 1;
  }

  private void plain() {
    Query file =
        (several()
                ? new Query(BUNDLE).with("environments", String.join(",", ids()))
                : Query.of(ONE + "/file", names.getFirst()))
            .with("format", yaml ? "yaml" : "json");
    String to = output.orElse("-");
    if (to.equals("-")) {
      desk.client().download(file.path(), desk.terminal().out());
      return;
    }
    Files.save(Path.of(to), out -> desk.client().download(file.path(), out));
    desk.tell("Saved as " + to + ".");
  }

  /** A name may hold a comma, which an id doesn't. */
  private List<String> ids() {
    return names.stream()
        .map(name -> desk.client().get(Query.of(ONE, name).path()).as(EnvironmentView.class))
        .map(one -> one.id().toString())
        .toList();
  }

  private void sealed() {
    String why = CredentialCommand.reason(desk, reason);
    String passphrase = seal ? new Passphrase(desk).read("Passphrase to seal it with:") : null;
    String format = yaml ? "yaml" : "json";
    Object wanted =
        several()
            ? new EnvironmentBundleSeal(names, format, why, passphrase, recipients)
            : new EnvironmentSeal(format, why, passphrase, recipients);
    String path =
        several()
            ? BUNDLE + "/sealed-file"
            : Query.of(ONE + "/sealed-file", names.getFirst()).path();
    String called = several() ? "environments" : names.getFirst();
    String to = output.orElse(called.replaceAll("[^0-9A-Za-z._-]+", "-") + "." + format + ".age");
    if (to.equals("-")) {
      desk.client().download(path, wanted, desk.terminal().out());
      return;
    }
    Files.save(Path.of(to), out -> desk.client().download(path, wanted, out));
    desk.tell("Saved as " + to + ", sealed.");
  }
}
