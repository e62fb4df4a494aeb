package io.innkeeper.cli.server;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.client.ServerUnreachable;
import io.innkeeper.client.ServerView;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code innkeeper server restart} */
@Command(
    name = "restart",
    description = "Start the server again, and wait until it is back. Tenants run on.")
public final class RestartCommand implements Runnable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Desk desk;

  @Option(names = "--yes", paramLabel = "restart", description = "Confirm it beforehand.")
  private Optional<String> yes = Optional.empty();

  @Option(names = "--no-wait", description = "Don't wait until it is back.")
  private boolean noWait;

  public RestartCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    desk.demandConfirmed(
        "restart", yes, "Answers of models that are being written end; the server is back soon.");
    ServerView before =
        desk.client().post(ServerCommand.SERVER + "/restart", null).as(ServerView.class);
    if (noWait) {
      desk.tell("It starts again.");
      return;
    }
    Instant asked = Instant.now();
    Instant started = before.startedAt();
    while (started.equals(before.startedAt())) {
      if (Duration.between(asked, Instant.now()).compareTo(PATIENCE) > 0) throw late();
      pause();
      started = started().orElse(before.startedAt());
    }
    desk.tell("The server is back.");
  }

  private Optional<Instant> started() {
    try {
      return Optional.of(desk.client().get(ServerCommand.SERVER).as(ServerView.class).startedAt());
    } catch (ServerUnreachable away) {
      return Optional.empty();
    }
  }

  private static Refusal late() {
    return new Refusal(
        ExitCode.UNREACHABLE,
        "The server was told to start again but has not come back within 3 minutes.",
        "Look at its log on the machine.");
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(ExitCode.UNREACHABLE, "Not waited for: it starts again.", "");
    }
  }
}
