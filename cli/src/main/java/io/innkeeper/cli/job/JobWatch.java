package io.innkeeper.cli.job;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.client.JobView;
import io.innkeeper.client.Json;
import io.innkeeper.client.ServerEvent;
import io.innkeeper.client.ServerUnreachable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/**
 * Follows one job to its end, also across a restart of the server: jobs go on there. Leaving does
 * not end the job.
 */
public final class JobWatch {
  private static final int TRIES = 90;
  private static final long PAUSE_MILLIS = 2_000;

  private final Desk desk;
  private final UUID id;
  private final StepLines lines;

  public JobWatch(Desk desk, UUID id) {
    this.desk = desk;
    this.id = id;
    this.lines = new StepLines(desk.terminal(), desk.options().quiet());
  }

  /**
   * Shows the steps as they go and returns when the job did what was asked.
   *
   * @throws Refusal JOB_FAILED when it did not
   */
  public JobView toItsEnd() {
    Thread left = new Thread(this::left);
    Runtime.getRuntime().addShutdownHook(left);
    try {
      JobView ended = ended();
      lines.end();
      if (!ended.succeeded()) throw notDone(ended);
      return ended;
    } finally {
      Runtime.getRuntime().removeShutdownHook(left);
    }
  }

  private JobView ended() {
    for (int tried = 1; ; tried++) {
      try {
        desk.client().events(Query.of("/jobs/{}/events", id).path(), this::shown);
        JobView now = now();
        if (now.ended()) {
          lines.show(now);
          return now;
        }
      } catch (ServerUnreachable e) {
        if (tried == TRIES) throw e;
        lines.say("The server does not answer; waiting for it.");
      }
      pause();
    }
  }

  private boolean shown(ServerEvent event) {
    if (event.name().equals("job")) lines.show(read(event));
    return !event.name().equals("end");
  }

  private JobView now() {
    return desk.client().get(Query.of("/jobs/{}", id).path()).as(JobView.class);
  }

  private static JobView read(ServerEvent event) {
    try {
      return Json.LENIENT.readValue(event.data(), JobView.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Refusal notDone(JobView job) {
    String how =
        switch (job.state()) {
          case "taken-back" -> " failed and was taken back.";
          case "cancelled" -> " was cancelled and taken back.";
          default -> " failed, and could not be taken back whole.";
        };
    String why = job.failure() == null ? "" : " " + job.failure();
    return new Refusal(
        ExitCode.JOB_FAILED, job.title() + how + why, "Its log: innkeeper job log " + id);
  }

  private void left() {
    lines.end();
    desk.terminal().err().println("The job goes on. Watch it: innkeeper job watch " + id);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
