package io.innkeeper.cli.tenant;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Moment;
import io.innkeeper.cli.desk.Query;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper tenant logs} */
@Command(name = "logs", description = "Show what a tenant's container writes.")
public final class LogsCommand implements Runnable {
  private final Desk desk;

  @Parameters(paramLabel = "TENANT", description = TenantCommand.TENANT)
  private String tenant = "";

  @Option(
      names = {"-n", "--tail"},
      paramLabel = "N",
      description = "The last N lines; 200 when not given.")
  private Optional<Integer> tail = Optional.empty();

  @Option(names = "--since", paramLabel = "TIME", description = Moment.SAYS)
  private Optional<Moment> since = Optional.empty();

  @Option(names = "--search", paramLabel = "TEXT", description = "Only lines that hold this.")
  private Optional<String> search = Optional.empty();

  @Option(
      names = {"-f", "--follow"},
      description = "Go on with what comes, until Ctrl-C.")
  private boolean follow;

  public LogsCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    Query query =
        Query.of(TenantCommand.ONE + "/log", tenant)
            .with("tail", tail)
            .with("since", since.map(desk::instant))
            .with("q", search)
            .when(follow, "follow");
    desk.client().lines(query.path(), this::line);
  }

  private void line(String line) {
    desk.terminal().out().println(line);
    if (follow) desk.terminal().out().flush();
  }
}
