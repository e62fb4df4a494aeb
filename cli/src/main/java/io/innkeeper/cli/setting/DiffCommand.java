package io.innkeeper.cli.setting;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.client.Answer;
import io.innkeeper.client.VariablesChanged;
import io.innkeeper.client.VariablesText;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code innkeeper setting diff} */
@Command(
    name = "diff",
    description = "What an .env file would make different, whatever it does not name included.")
public final class DiffCommand implements Runnable {
  private final Desk desk;

  @Parameters(paramLabel = "FILE", description = "NAME=value lines.")
  private Path file = Path.of("");

  @Mixin private Place place = new Place();

  public DiffCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    Query query = place.below("/env").with("dry-run", true);
    VariablesText text = new VariablesText(ImportCommand.read(file), true, List.of());
    Answer answer = desk.client().put(query.path(), text);
    if (desk.options().json()) desk.json(answer.json());
    else
      desk.terminal()
          .out()
          .print(SettingText.changed(answer.as(VariablesChanged.class), desk.terminal().colour()));
  }
}
