package io.innkeeper.cli.credential;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.client.Answer;
import io.innkeeper.client.JobView;
import picocli.CommandLine.Command;

/** {@code innkeeper master-key …} */
@Command(name = "master-key", description = "The key that seals every secret in the store.")
public final class MasterKeyCommand {
  private final Desk desk;

  public MasterKeyCommand(Desk desk) {
    this.desk = desk;
  }

  @Command(
      description = "Make a fresh key and seal the infrastructure's passwords anew with it.",
      footer = {
        "",
        "Earlier keys stay in the key file: other secrets and backups need them. Back the file up",
        "again afterwards."
      })
  void rotate() {
    Answer answer = desk.client().post("/master-key/rotation", null);
    desk.show(
        answer,
        JobView.class,
        job -> job.id().toString(),
        job -> "Job " + job.id() + " seals them anew. See: innkeeper job show " + job.id() + "\n");
  }
}
