package io.innkeeper.cli.tenant;

import io.innkeeper.cli.desk.Desk;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper tenant change} */
@Command(
    name = "change",
    description = "Change a tenant; what is not given stays.",
    footer = {"", "For example: innkeeper tenant change brzoza --memory 2GiB --dry-run"})
public final class ChangeCommand implements Runnable {
  private final Desk desk;

  @Parameters(paramLabel = "TENANT", description = TenantCommand.TENANT)
  private String tenant = "";

  @Option(
      names = "--unset",
      paramLabel = "NAME",
      description = "An extra variable to drop; can be repeated.")
  private List<String> unset = List.of();

  @Mixin private TenantValues values = new TenantValues();
  @Mixin private Order order = new Order();

  public ChangeCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    new Changing(desk, tenant)
        .change(
            now -> values.change(now, unset), order, one -> "Changed. " + TenantText.reached(one));
  }
}
