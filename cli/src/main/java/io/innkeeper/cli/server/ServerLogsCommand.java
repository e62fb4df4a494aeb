package io.innkeeper.cli.server;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Query;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code innkeeper server logs} */
@Command(name = "logs", description = "Show what the server logs.")
public final class ServerLogsCommand implements Runnable {
  private static final String LOG = ServerCommand.SERVER + "/log";

  private final Desk desk;

  @Option(
      names = {"-n", "--tail"},
      paramLabel = "N",
      description = "The last N events; 200 when not given.")
  private Optional<Integer> tail = Optional.empty();

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description = "The least level: error, warn, info or debug.")
  private Optional<String> level = Optional.empty();

  @Option(names = "--search", paramLabel = "TEXT", description = "Only events that hold this.")
  private Optional<String> search = Optional.empty();

  @Option(
      names = {"-f", "--follow"},
      description = "Go on with what comes, until Ctrl-C.")
  private boolean follow;

  @Option(names = "--all", description = "All that is kept, the oldest first.")
  private boolean all;

  public ServerLogsCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    String path =
        all
            ? LOG + "/file"
            : new Query(LOG)
                .with("tail", tail)
                .with("level", level)
                .with("q", search)
                .when(follow, "follow")
                .path();
    desk.client().lines(path, this::line);
  }

  private void line(String line) {
    if (line.isEmpty()) return;
    desk.terminal().out().println(line);
    if (follow) desk.terminal().out().flush();
  }
}
