package io.innkeeper.cli.credential;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.client.glass.GlassEnd;
import io.innkeeper.client.glass.GlassReader;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper break-glass verify} */
@Command(
    name = "verify",
    description = "Prove that a copy opens and is whole, showing no password; needs no server.")
public final class VerifyGlassCommand implements Runnable {
  private final Desk desk;

  @Parameters(paramLabel = "FILE", description = "The copy.")
  private Path file = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "FILE",
      required = true,
      description = "The file with the secret half of a key it is sealed for.")
  private Path key = Path.of("");

  public VerifyGlassCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    GlassReader.Whole whole = new Glass(file, key).read(account -> {});
    GlassEnd end = whole.end();
    desk.terminal()
        .out()
        .println(
            "Whole: %d environments, %d credentials, %d passwords, made %s."
                .formatted(
                    end.environments(),
                    end.credentials(),
                    end.passwords(),
                    desk.when().exact(whole.head().madeAt())));
    desk.terminal().out().println("Proof: " + whole.head().proof());
    desk.tell("Tell the server that you opened it: innkeeper break-glass opened PROOF");
  }
}
