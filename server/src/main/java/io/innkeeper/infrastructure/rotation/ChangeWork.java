package io.innkeeper.infrastructure.rotation;

import io.innkeeper.job.Job;
import io.innkeeper.job.Step;
import io.innkeeper.job.Work;
import java.util.List;
import java.util.UUID;

/** An order, or what is done about its task, as a job. No password is in its input or memory. */
final class ChangeWork implements Work {
  static final String KIND = "credential.change";

  private final Sending sending;
  private final Following following;
  private final Rereading rereading;

  ChangeWork(Sending sending, Following following, Rereading rereading) {
    this.sending = sending;
    this.following = following;
    this.rereading = rereading;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<Step> steps(Job job) {
    UUID id = UUID.fromString(job.input().getOrDefault("change", ""));
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
              Step.of("See what SDDC Manager does", progress -> sending.look(id, progress)),
              Step.of("Send the order", progress -> sending.send(id, progress))
                  .undoneBy(progress -> sending.giveUp(id)),
              follow,
              keep,
              verify);
    };
  }
}
