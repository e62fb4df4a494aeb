package io.innkeeper.cli.signin;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.job.JobWatch;
import io.innkeeper.cli.job.Waiting;
import io.innkeeper.client.Answer;
import io.innkeeper.client.SignInChange;
import io.innkeeper.client.SignInJobView;
import java.util.UUID;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a change of the sign-in is applied: only shown, or followed to its end. */
final class Applying {
  @Mixin private Waiting waiting = new Waiting();

  @Option(names = "--dry-run", description = "Only look at it and show what would change.")
  private boolean dryRun;

  void apply(Desk desk, String tenant, long version, SignInChange change) {
    String path = Query.of(SignInCommand.ONE, tenant).when(dryRun, "dry-run").path();
    Answer answer = desk.client().patch(path, version, change);
    if (desk.options().json()) {
      desk.json(answer.json());
      return;
    }
    SignInJobView view = answer.as(SignInJobView.class);
    desk.terminal().out().print(SignInText.plan(view, desk.terminal().colour()));
    UUID job = view.jobId();
    if (dryRun) desk.tell("Nothing was changed yet.");
    else if (job != null && waiting.wanted(desk)) {
      new JobWatch(desk, job).toItsEnd();
      desk.tell("The app sends people there and back.");
    } else if (job != null) desk.tell("The job " + job + " brings it to the app.");
    else if (!view.differences().isEmpty()) desk.tell("It follows when the tenant starts.");
  }
}
