package io.innkeeper.cli.environment;

import static io.innkeeper.cli.environment.EnvironmentCommand.NAME;
import static io.innkeeper.cli.environment.EnvironmentCommand.ONE;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.cli.job.JobWatch;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.client.DriftAccountView;
import io.innkeeper.client.DriftView;
import io.innkeeper.client.JobView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper environment drift} */
@Command(
    name = "drift",
    description =
        "Compare our copy with what the sources say now; it changes neither. Ends with 13 when they"
            + " differ.")
public final class DriftCommand implements Runnable {
  private final Desk desk;

  @Parameters(paramLabel = "ENVIRONMENT", description = NAME)
  private String name = "";

  @Option(names = "--last", description = "Tell the last comparison instead of making one.")
  private boolean last;

  public DriftCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    String path = Query.of(ONE + "/drift", name).path();
    if (!last) {
      JobView job = desk.client().post(path, null).as(JobView.class);
      JobView _ = new JobWatch(desk, job.id()).toItsEnd();
    }
    var answer = desk.client().get(path);
    DriftView drift = answer.as(DriftView.class);
    desk.show(answer, DriftView.class, one -> Long.toString(differing(one)), DriftCommand::words);
    if (!desk.options().json() && !desk.options().quiet()) accounts();
    if (differing(drift) > 0)
      throw new Refusal(
          ExitCode.FINDINGS,
          "Our copy differs from what the sources say.",
          "A sync takes what they say and keeps what was known: innkeeper environment sync "
              + name);
  }

  private void accounts() {
    List<DriftAccountView> all =
        new Lists(desk).all(Query.of(ONE + "/drift/accounts", name), DriftAccountView.class);
    Table<DriftAccountView> table =
        new Table<DriftAccountView>()
            .column("Finding", DriftAccountView::finding)
            .column("Host", DriftAccountView::host)
            .column("User", DriftAccountView::username)
            .column("Type", DriftAccountView::credentialType)
            .column("Source", DriftAccountView::source);
    if (!all.isEmpty()) desk.table(table, all, "");
  }

  private static long differing(DriftView one) {
    return one.different() + one.missingThere() + one.missingHere();
  }

  private static String words(DriftView one) {
    String said =
        "%d the same, %d different, %d missing there, %d missing here, %d unreadable."
            .formatted(
                one.same(),
                one.different(),
                one.missingThere(),
                one.missingHere(),
                one.unreadable());
    if (one.problem() != null) said += "\n" + EnvironmentText.problem(one.problem());
    if (one.failure() == null) return said;
    return said + "\nA later comparison failed. " + EnvironmentText.problem(one.failure());
  }
}
