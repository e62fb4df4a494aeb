package io.innkeeper.cli.organisation;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.cli.terminal.Terminal;
import io.innkeeper.client.GivenUpstreamKey;
import io.innkeeper.client.OrganisationView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper org upstream-key}: never as an argument, which the whole machine can read. */
@Command(
    name = "upstream-key",
    description = "Give the key an organisation's model calls go out with; it is sealed.",
    footer = {"", "For example: innkeeper org upstream-key brzoza < key.txt"})
public final class UpstreamKeyCommand implements Runnable {
  private final Desk desk;

  @Parameters(paramLabel = "ORG", description = "Its slug or id.")
  private String org = "";

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "Where the key stands; else it is asked for, or read from the input.")
  private Optional<Path> file = Optional.empty();

  public UpstreamKeyCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    String key = file.map(UpstreamKeyCommand::inFile).or(this::told).orElse("").strip();
    if (key.isEmpty())
      throw new Refusal(
          ExitCode.USAGE,
          "No key was given, so nothing was changed.",
          "Give it on the input or with --file.");
    desk.show(
        desk.client()
            .put(Query.of("/organisations/{}/upstream-key", org).path(), new GivenUpstreamKey(key)),
        OrganisationView.class,
        OrganisationView::slug,
        one -> one.slug() + " has a new upstream key. Its next model call goes out with it.");
  }

  private Optional<String> told() {
    Terminal terminal = desk.terminal();
    return terminal.interactive() ? terminal.askSecretly("Upstream key:") : terminal.line();
  }

  private static String inFile(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new Refusal(ExitCode.USAGE, "The file " + file + " can't be read.", "");
    }
  }
}
