package io.innkeeper.cli.setting;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.client.VariablesChange;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code innkeeper setting remove} */
@Command(
    name = "remove",
    description = "Set values no more: an outer layer’s counts, or else the app’s default.")
public final class RemoveCommand implements Runnable {
  private final Desk desk;

  @Parameters(paramLabel = "NAME", arity = "1..*", description = "What is to be set no more.")
  private List<String> names = List.of();

  @Mixin private Place place = new Place();
  @Mixin private Carrying carrying = new Carrying();
  @Mixin private Several several = new Several();

  public RemoveCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    if (several.meant(place)) several.change(desk, place, carrying, Map.of(), names);
    else
      SetCommand.change(
          desk, place, carrying, new VariablesChange(Map.of(), names, carrying.first()));
  }
}
