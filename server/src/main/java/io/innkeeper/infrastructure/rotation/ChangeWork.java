package io.innkeeper.infrastructure.rotation;

import io.innkeeper.caller.Actor;
import io.innkeeper.job.Job;
import io.innkeeper.job.Step;
import io.innkeeper.job.Work;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** An order, or what is done about its task, as a job. No password is in its input or memory. */
final class ChangeWork implements Work {
  static final String KIND = "credential.change";

  private final Sending sending;
  private final Following following;
  private final Rereading rereading;
  private final Dropping dropping;

  /** Ends an order whose job was cancelled before it began. */
  interface Dropping {
    void drop(Handle handle, UUID change, Actor by);
  }

  ChangeWork(Sending sending, Following following, Rereading rereading, Dropping dropping) {
    this.dropping = dropping;
    this.sending = sending;
    this.following = following;
    this.rereading = rereading;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void dropped(Handle handle, Job job, Actor by) {
    dropping.drop(handle, change(job), by);
  }

  private static UUID change(Job job) {
    return UUID.fromString(job.input().getOrDefault("change", ""));
  }

  @Override
  public List<Step> steps(Job job) {
    UUID id = change(job);
    Step follow = Step.of("Follow the task", progress -> following.follow(id, progress));
    Step keep = Step.of("Read the passwords again", p -> rereading.keep(id, job.by(), p));
    Step verify = Step.of("Compare our copy", p -> rereading.verify(id, job.by(), p));
    return switch (job.input().getOrDefault("act", "")) {
      case "retry" ->
          List.of(
              Step.of("Order it once more", progress -> sending.retry(id, progress))
                  .undoneBy(progress -> sending.giveUp(id)),
              follow,
              keep,
              verify);
      case "cancel" ->
          List.of(Step.of("Cancel the task", progress -> sending.cancel(id, progress)), keep);
      case "follow" ->
          List.of(
              Step.of("Find the task", progress -> sending.find(id, progress))
                  .undoneBy(progress -> sending.giveUp(id)),
              follow,
              keep,
              verify);
      default ->
          List.of(
              Step.of("See what SDDC Manager does", progress -> sending.look(id, progress))
                  .undoneBy(progress -> sending.giveUpUnsent(id)),
              Step.of("Send the order", progress -> sending.send(id, progress))
                  .undoneBy(progress -> sending.giveUp(id)),
              follow,
              keep,
              verify);
    };
  }
}
