package io.innkeeper.cli.job;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Limit;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.terminal.Width;
import io.innkeeper.client.Answer;
import io.innkeeper.client.JobLogLine;
import io.innkeeper.client.JobView;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper job …} */
@Command(name = "job", description = "Jobs: long work, its steps and its log.")
public final class JobCommand {
  private static final String ONE = "/jobs/{}";
  private static final String ID = "Its id.";

  private final Desk desk;

  public JobCommand(Desk desk) {
    this.desk = desk;
  }

  @Command(description = "List jobs, newest first.")
  void list(
      @Option(
              names = "--state",
              paramLabel = "STATE",
              description =
                  "waiting, running, undoing, finished, taken-back, failed, cancelled (several by"
                      + " comma), or active.")
          Optional<String> state,
      @Option(names = "--kind", paramLabel = "KIND", description = "For example tenant.open.")
          Optional<String> kind,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "40",
              description = "At most so many; 40 when not given.")
          int limit) {
    new Lists(desk)
        .show(
            new Query("/jobs").with("state", state).with("kind", kind),
            JobView.class,
            text().table(),
            Limit.of(limit),
            "No such jobs.");
  }

  @Command(description = "Show one job with its steps.")
  void show(@Parameters(paramLabel = "JOB", description = ID) UUID job) {
    show(desk.client().get(Query.of(ONE, job).path()));
  }

  @Command(description = "Watch a job until it has ended.")
  void watch(@Parameters(paramLabel = "JOB", description = ID) UUID job) {
    JobView ended = new JobWatch(desk, job).toItsEnd();
    if (desk.options().json()) show(desk.client().get(Query.of(ONE, job).path()));
    else desk.tell(ended.title() + " is finished.");
  }

  @Command(description = "Cancel a job; what it has done is taken back.")
  void cancel(@Parameters(paramLabel = "JOB", description = ID) UUID job) {
    desk.show(
        desk.client().post(Query.of(ONE + "/cancellation", job).path(), null),
        JobView.class,
        JobView::state,
        now -> now.title() + " is " + (now.ended() ? now.state() : "being taken back") + ".");
  }

  @Command(description = "Show the log of a job.")
  void log(@Parameters(paramLabel = "JOB", description = ID) UUID job) {
    Lists lists = new Lists(desk);
    Query query = Query.of(ONE + "/log", job);
    if (desk.options().json()) {
      desk.json(lists.json(query));
      return;
    }
    for (JobLogLine line : lists.all(query, JobLogLine.class)) {
      String at = desk.when().toTheSecond(line.at());
      desk.terminal().out().println(at + "  " + Width.harmless(line.line()));
    }
  }

  private void show(Answer answer) {
    desk.show(answer, JobView.class, JobView::state, text()::facts);
  }

  private JobText text() {
    return new JobText(desk.when(), desk.terminal().colour());
  }
}
