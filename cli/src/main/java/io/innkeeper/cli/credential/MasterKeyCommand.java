package io.innkeeper.cli.credential;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.client.Answer;
import io.innkeeper.client.JobView;
import io.innkeeper.client.MasterKeyView;
import picocli.CommandLine.Command;

/** {@code innkeeper master-key …} */
@Command(name = "master-key", description = "The key that seals every secret in the store.")
public final class MasterKeyCommand {
  private final Desk desk;

  public MasterKeyCommand(Desk desk) {
    this.desk = desk;
  }

  @Command(description = "Show which key seals, and which earlier ones still open something.")
  void show() {
    desk.show(
        desk.client().get("/master-key"),
        MasterKeyView.class,
        MasterKeyView::seals,
        keys ->
            "Seals:    %s, since %s%nEarlier:  %s%n"
                .formatted(
                    keys.seals(),
                    keys.changedAt(),
                    keys.earlier().isEmpty() ? "none" : String.join(", ", keys.earlier())));
  }

  @Command(
      description = "Make a fresh key and seal every secret of the store anew with it.",
      footer = {
        "",
        "Earlier keys leave the key file within two nights, once nothing needs them. Back the file",
        "up again afterwards; what it was stays beside it, for a store from former days."
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
