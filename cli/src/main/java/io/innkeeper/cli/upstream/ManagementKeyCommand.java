package io.innkeeper.cli.upstream;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.GivenSecret;
import io.innkeeper.client.Answer;
import io.innkeeper.client.GivenUpstreamKey;
import io.innkeeper.client.ManagementKeyView;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code innkeeper upstream management-key …} */
@Command(
    name = "management-key",
    description = "The key with which keys at OpenRouter are made; it is never shown.")
public final class ManagementKeyCommand {
  private static final String PATH = "/management-key";

  private final Desk desk;

  public ManagementKeyCommand(Desk desk) {
    this.desk = desk;
  }

  @Command(description = "Show where it comes from.")
  void show() {
    show(desk.client().get(PATH), new UpstreamText(desk.when())::management);
  }

  @Command(
      description = "Give one; OpenRouter is asked with it before it is kept, sealed.",
      footer = {"", "For example: innkeeper upstream management-key set < key.txt"})
  void set(@Mixin GivenSecret secret) {
    GivenUpstreamKey given = new GivenUpstreamKey(secret.read(desk.terminal(), "Management key:"));
    show(
        desk.client().put(PATH, given),
        one -> "The management key " + one.label() + " is kept. Organisations get their keys now.");
  }

  @Command(description = "Forget it; the organisations' keys stay as they are.")
  void remove(
      @Option(names = "--yes", paramLabel = "WORD", description = "management-key, to confirm.")
          Optional<String> yes) {
    desk.demandConfirmed(
        "management-key", yes, "No key is made, limited or rotated until there is another one.");
    show(desk.client().delete(PATH), one -> "There is no management key any more.");
  }

  private void show(Answer answer, Function<ManagementKeyView, String> words) {
    desk.show(answer, ManagementKeyView.class, ManagementKeyView::source, words);
  }
}
