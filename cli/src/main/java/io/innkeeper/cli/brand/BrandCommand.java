package io.innkeeper.cli.brand;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Limit;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.job.JobWatch;
import io.innkeeper.cli.job.Waiting;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.client.Answer;
import io.innkeeper.client.BrandHistoryView;
import io.innkeeper.client.BrandJobView;
import io.innkeeper.client.BrandView;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper brand …} */
@Command(
    name = "brand",
    description = "Brands: each workspace's own name and look.",
    subcommands = {SetCommand.class, LicenceCommand.class})
public final class BrandCommand {
  static final String ONE = "/tenants/{}/brand";
  static final String TENANT = "Whose brand, by slug or id.";

  private final Desk desk;
  private final BrandText text;

  public BrandCommand(Desk desk) {
    this.desk = desk;
    this.text = new BrandText(desk.when());
  }

  @Command(description = "Show a workspace's name and look.")
  void show(@Parameters(paramLabel = "TENANT", description = TENANT) String tenant) {
    desk.show(
        desk.client().get(Query.of(ONE, tenant).path()),
        BrandView.class,
        BrandView::shownName,
        text::facts);
  }

  @Command(description = "List the brands a workspace had, the newest first.")
  void history(
      @Parameters(paramLabel = "TENANT", description = TENANT) String tenant, @Mixin Limit limit) {
    Table<BrandHistoryView> table =
        new Table<BrandHistoryView>()
            .column("Id", one -> one.id().toString())
            .column("Since", one -> desk.when().exact(one.at()))
            .column("By", BrandHistoryView::by)
            .column("Now", one -> one.current() ? "yes" : "")
            .column("What", BrandText::shortly);
    new Lists(desk)
        .show(
            Query.of(ONE + "/history", tenant),
            BrandHistoryView.class,
            table,
            limit,
            "No brands yet. Give one: innkeeper brand set TENANT --logo FILE");
  }

  @Command(name = "return", description = "Give a workspace an earlier brand again.")
  void back(
      @Parameters(paramLabel = "TENANT", description = TENANT) String tenant,
      @Parameters(paramLabel = "BRAND", description = "Its id in the history.") UUID brand,
      @Mixin Waiting waiting) {
    Answer answer =
        desk.client().post(Query.of(ONE + "/history/{}/return", tenant, brand).path(), null);
    answer(desk, answer, waiting);
  }

  @Command(description = "Give a workspace the upstream's look and its own name again.")
  void remove(
      @Parameters(paramLabel = "TENANT", description = TENANT) String tenant,
      @Option(names = "--yes", paramLabel = "SLUG", description = "The slug, instead of asking.")
          Optional<String> yes,
      @Mixin Waiting waiting) {
    desk.demandConfirmed(
        tenant, yes, "People see the upstream's look again. The brands it had are kept.");
    answer(desk, desk.client().delete(Query.of(ONE, tenant).path()), waiting);
  }

  /** Follows the job that lays the brand over the app, and says how it looks then. */
  static void answer(Desk desk, Answer answer, Waiting waiting) {
    BrandJobView ordered = answer.as(BrandJobView.class);
    UUID job = ordered.jobId();
    if (job != null && waiting.wanted(desk)) {
      new JobWatch(desk, job).toItsEnd();
      Answer now = desk.client().get(Query.of(ONE, ordered.brand().tenant()).path());
      desk.show(now, BrandView.class, view -> "", new BrandText(desk.when())::facts);
    } else if (desk.options().json()) {
      desk.json(answer.json());
    } else if (job != null) {
      desk.terminal().out().println(job);
    } else {
      desk.tell("Noted. There is nothing to lay over the app now.");
    }
  }
}
