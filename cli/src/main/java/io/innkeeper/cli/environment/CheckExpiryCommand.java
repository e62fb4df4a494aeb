package io.innkeeper.cli.environment;

import static io.innkeeper.cli.environment.EnvironmentCommand.NAME;
import static io.innkeeper.cli.environment.EnvironmentCommand.ONE;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.job.JobWatch;
import io.innkeeper.cli.job.Waiting;
import io.innkeeper.client.Answer;
import io.innkeeper.client.ExpiryCheckView;
import io.innkeeper.client.JobView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code innkeeper environment check-expiry} */
@Command(
    name = "check-expiry",
    description = "Have SDDC Manager look now when passwords end; it changes none.")
public final class CheckExpiryCommand implements Runnable {
  private final Desk desk;

  @Parameters(paramLabel = "ENVIRONMENT", description = NAME)
  private String name = "";

  @Mixin private Waiting waiting = new Waiting();

  public CheckExpiryCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    String path = Query.of(ONE + "/expiry-check", name).path();
    Answer answer = desk.client().post(path, null);
    JobView job = answer.as(JobView.class);
    if (!waiting.wanted(desk)) {
      desk.show(
          answer,
          JobView.class,
          one -> one.id().toString(),
          one -> "A job looks. Watch it: innkeeper job watch " + one.id());
      return;
    }
    JobView _ = new JobWatch(desk, job.id()).toItsEnd();
    desk.show(
        desk.client().get(path),
        ExpiryCheckView.class,
        ExpiryCheckView::state,
        CheckExpiryCommand::words);
  }

  private static String words(ExpiryCheckView one) {
    String looked = "%d of %d accounts were looked at.".formatted(one.told(), one.asked());
    return looked
        + (one.problem() == null ? "" : "\n" + EnvironmentText.problem(one.problem()))
        + "\nSee: innkeeper credential expiring";
  }
}
