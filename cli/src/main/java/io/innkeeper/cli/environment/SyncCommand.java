package io.innkeeper.cli.environment;

import static io.innkeeper.cli.environment.EnvironmentCommand.NAME;
import static io.innkeeper.cli.environment.EnvironmentCommand.ONE;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.job.JobWatch;
import io.innkeeper.cli.job.Waiting;
import io.innkeeper.client.Answer;
import io.innkeeper.client.JobView;
import io.innkeeper.client.SyncRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper environment sync} */
@Command(name = "sync", description = "Read an environment's sources now.")
public final class SyncCommand implements Runnable {
  private final Desk desk;

  @Parameters(paramLabel = "ENVIRONMENT", description = NAME)
  private String name = "";

  @Option(
      names = "--source",
      paramLabel = "SOURCE",
      description = "manager or installer; all that are enabled when not given.")
  private @Nullable List<String> sources;

  @Option(
      names = "--accept-missing",
      description = "It is right that as many are gone as the sources that ask have said.")
  private boolean accept;

  @Mixin private Waiting waiting = new Waiting();

  public SyncCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    SyncRequest wanted = new SyncRequest(sources, accept ? true : null);
    Answer answer = desk.client().post(Query.of(ONE + "/sync", name).path(), wanted);
    JobView job = answer.as(JobView.class);
    if (!waiting.wanted(desk)) {
      desk.show(
          answer,
          JobView.class,
          one -> one.id().toString(),
          one -> "A job reads it. Watch it: innkeeper job watch " + one.id());
      return;
    }
    JobView _ = new JobWatch(desk, job.id()).toItsEnd();
    desk.tell("“" + name + "” has been read. See: innkeeper environment runs " + name);
  }
}
