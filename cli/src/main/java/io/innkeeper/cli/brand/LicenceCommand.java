package io.innkeeper.cli.brand;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.job.Waiting;
import io.innkeeper.client.GroundSpec;
import io.innkeeper.client.LicenceView;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper brand licence …} */
@Command(
    name = "licence",
    description = "What allows a workspace another look than the upstream's.")
public final class LicenceCommand {
  private static final String ONE = BrandCommand.ONE + "/licence";

  private final Desk desk;

  public LicenceCommand(Desk desk) {
    this.desk = desk;
  }

  @Command(description = "Show the ground, and the count of end users over all tenants.")
  void show(@Parameters(paramLabel = "TENANT", description = BrandCommand.TENANT) String tenant) {
    desk.show(
        desk.client().get(Query.of(ONE, tenant).path()),
        LicenceView.class,
        LicenceView::said,
        new BrandText(desk.when())::licence);
  }

  @Command(description = "Record a ground; a look that waited for it is applied.")
  void record(
      @Parameters(paramLabel = "TENANT", description = BrandCommand.TENANT) String tenant,
      @Parameters(
              paramLabel = "GROUND",
              description =
                  "small (at most 50 end users), enterprise, permission (in writing), old (0.6.5).")
          String ground,
      @Option(names = "--reference", paramLabel = "TEXT", description = "The contract or letter.")
          Optional<String> reference,
      @Option(names = "--users", paramLabel = "N", description = "End users a contract allows.")
          Optional<Integer> users,
      @Option(names = "--date", paramLabel = "DAY", description = "The letter's date.")
          Optional<LocalDate> date,
      @Option(names = "--until", paramLabel = "DAY", description = "The contract's last day.")
          Optional<LocalDate> until,
      @Mixin Waiting waiting) {
    GroundSpec spec =
        new GroundSpec(
            ground,
            reference.orElse(null),
            users.orElse(null),
            date.orElse(null),
            until.orElse(null));
    BrandCommand.answer(desk, desk.client().put(Query.of(ONE, tenant).path(), spec), waiting);
  }

  @Command(description = "Nothing allows it any more: the upstream's look is restored.")
  void withdraw(
      @Parameters(paramLabel = "TENANT", description = BrandCommand.TENANT) String tenant,
      @Option(names = "--yes", paramLabel = "SLUG", description = "The slug, instead of asking.")
          Optional<String> yes,
      @Mixin Waiting waiting) {
    desk.demandConfirmed(tenant, yes, "Logo, colours and rules are taken off the app.");
    BrandCommand.answer(desk, desk.client().delete(Query.of(ONE, tenant).path()), waiting);
  }
}
