package io.innkeeper.cli.credential;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.client.CredentialExport;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper credential export} */
@Command(
    name = "export",
    description =
        "Save an environment's accounts, all or those chosen, with their passwords as a file.",
    footer = {
      "",
      "In CSV a text that looks like a formula begins with an apostrophe, and what can't be printed",
      "stands as _x0007_, so that nothing is lost. --seal makes a file that “credential open” or the",
      "tool age opens with the passphrase, which is asked for or read from the input."
    })
public final class ExportCommand implements Runnable {
  private final Desk desk;

  @Parameters(paramLabel = "ENVIRONMENT", description = "The environment's name or id.")
  private String environment = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "csv",
      description = "csv or xlsx; csv when not given.")
  private String format = "csv";

  @Option(names = "--reason", paramLabel = "TEXT", description = CredentialCommand.REASON)
  private Optional<String> reason = Optional.empty();

  @Option(names = "--seal", description = "Seal the file with a passphrase.")
  private boolean seal;

  @Option(names = "--exact", description = "CSV: cells as they are, formulas too.")
  private boolean exact;

  @Option(names = "--without-passwords", description = "Leave the passwords out.")
  private boolean withoutPasswords;

  @Mixin private ListFilters filters = new ListFilters();

  @Option(names = "--output", paramLabel = "FILE", description = "Where to; - for the terminal.")
  private Optional<String> output = Optional.empty();

  public ExportCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    String why = withoutPasswords ? "" : CredentialCommand.reason(desk, reason);
    String passphrase = seal ? new Passphrase(desk).read("Passphrase to seal it with:") : null;
    CredentialExport wanted =
        new CredentialExport(format, why, passphrase, withoutPasswords, exact);
    String path = filters.on(Query.of("/environments/{}/credentials/export", environment)).path();
    String file =
        output.orElse(
            environment.replaceAll("[^0-9A-Za-z._-]+", "-")
                + "-credentials."
                + format
                + (seal ? ".age" : ""));
    if (file.equals("-")) {
      desk.client().download(path, wanted, desk.terminal().out());
      return;
    }
    Files.save(Path.of(file), out -> desk.client().download(path, wanted, out));
    desk.tell("Saved as " + file + ", for your eyes only.");
  }
}
