package io.innkeeper.cli.person;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.job.Waiting;
import io.innkeeper.client.AdminRepair;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper person repair-admin} */
@Command(
    name = "repair-admin",
    description = "Let an admin in again: stop the app, change one row, prove it, start it.",
    footer = {
      "",
      "Without --email Innkeeper's own account is repaired. If anything fails, the database is as",
      "it was and the app serves again."
    })
public final class RepairCommand implements Runnable {
  private final Desk desk;

  @Parameters(paramLabel = "TENANT", description = "The tenant's slug.")
  private String tenant = "";

  @Option(names = "--email", paramLabel = "E-MAIL", description = "The account to be an admin.")
  private Optional<String> email = Optional.empty();

  @Option(names = "--mfa-off", description = "Also stop demanding a second factor of everybody.")
  private boolean mfaOff;

  @Option(names = "--yes", paramLabel = "TENANT", description = "The slug, instead of asking.")
  private Optional<String> yes = Optional.empty();

  @Mixin private Waiting waiting = new Waiting();

  public RepairCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    desk.demandConfirmed(tenant, yes, tenant + " is stopped for about half a minute.");
    var answer =
        desk.client()
            .post(
                Query.of(PersonCommand.ALL + "/repair-admin", tenant).path(),
                new AdminRepair(email.orElse(null), mfaOff));
    boolean unused =
        new PeopleJob(desk, waiting)
            .done(answer, who -> email.orElse("Innkeeper's own account") + " is an admin again.");
  }
}
