package io.innkeeper.cli.tenant;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.client.AdoptionView;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code innkeeper tenant adopt} */
@Command(name = "adopt", description = "Take back tenants from containers the store doesn't know.")
public final class AdoptCommand implements Runnable {
  private final Desk desk;

  @Option(names = "--dry-run", description = "Only show which.")
  private boolean dryRun;

  public AdoptCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    String path = new Query("/adoptions").when(dryRun, "dry-run").path();
    desk.show(
        desk.client().post(path, null),
        AdoptionView.class,
        AdoptCommand::slugs,
        found -> TenantText.adoption(found, dryRun));
  }

  private static String slugs(AdoptionView found) {
    return found.adopted().stream()
        .map(AdoptionView.Adopted::slug)
        .collect(Collectors.joining("\n"));
  }
}
