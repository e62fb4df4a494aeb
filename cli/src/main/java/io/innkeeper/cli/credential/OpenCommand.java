package io.innkeeper.cli.credential;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.client.age.AgeOpen;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper credential open} */
@Command(name = "open", description = "Open a sealed export with its passphrase; needs no server.")
public final class OpenCommand implements Runnable {
  private final Desk desk;

  @Parameters(paramLabel = "FILE", description = "The sealed file.")
  private Path file = Path.of("");

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to; without .age when not given, - for the terminal.")
  private Optional<String> output = Optional.empty();

  public OpenCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    String to = output.orElse(file.toString().replaceFirst("\\.age$", ""));
    if (to.equals(file.toString())) to = to + ".opened";
    String passphrase = new Passphrase(desk).read("Its passphrase:");
    try (InputStream in = new BufferedInputStream(java.nio.file.Files.newInputStream(file));
        AgeOpen open = AgeOpen.withPassphrase(in, passphrase)) {
      if (to.equals("-")) {
        open.transferTo(desk.terminal().out());
        return;
      }
      Files.save(Path.of(to), open::transferTo);
    } catch (IOException e) {
      throw Files.unreadable(file, e);
    }
    desk.tell("Opened as " + to + ", for your eyes only.");
  }
}
