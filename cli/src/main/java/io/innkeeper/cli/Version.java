package io.innkeeper.cli;

import io.innkeeper.cli.desk.Desk;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Says which version this is. */
@Command(name = "version", description = "Show the version of this program.")
public final class Version implements Runnable {
  private final Desk desk;

  public Version(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    desk.terminal().out().println("innkeeper " + text());
  }

  static String text() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("built from source");
  }
}
