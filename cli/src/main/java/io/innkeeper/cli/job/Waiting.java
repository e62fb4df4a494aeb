package io.innkeeper.cli.job;

import io.innkeeper.cli.desk.Desk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether a command stays until its job has ended. */
public final class Waiting {
  @Option(
      names = "--wait",
      negatable = true,
      description = "Stay until the job has ended, or only print its id. A terminal waits.")
  private @Nullable Boolean wait;

  public boolean wanted(Desk desk) {
    return wait == null ? desk.terminal().interactive() : wait;
  }
}
