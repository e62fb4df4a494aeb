package io.innkeeper.cli.tenant;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.client.Erasing;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper tenant erase} */
@Command(name = "erase", description = "Erase container, data and secrets for ever.")
public final class EraseCommand implements Runnable {
  private final Desk desk;

  @Parameters(paramLabel = "TENANT", description = "Its slug.")
  private String tenant = "";

  @Option(names = "--yes", paramLabel = "SLUG", description = "The slug, instead of asking.")
  private Optional<String> yes = Optional.empty();

  @Mixin private Order order = new Order();

  public EraseCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    if (!order.dryRun()) {
      desk.demandConfirmed(
          tenant,
          yes,
          "Erasing " + tenant + " for ever: chats, files, accounts and secrets can't come back.");
    }
    String path = order.path(Query.of(TenantCommand.ONE + "/erase", tenant));
    order.answer(
        desk,
        desk.client().post(path, new Erasing(tenant)),
        one -> one.slug() + " is erased. The audit holds the certificate.");
  }
}
