package io.innkeeper.cli.books;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Limit;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.job.JobWatch;
import io.innkeeper.cli.job.Waiting;
import io.innkeeper.client.Answer;
import io.innkeeper.client.ComparisonView;
import io.innkeeper.client.ConflictView;
import io.innkeeper.client.JobView;
import io.innkeeper.client.LedgerLineView;
import io.innkeeper.client.LedgerVerification;
import io.innkeeper.client.NewAdjustment;
import io.innkeeper.client.UnreadableView;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper ledger …} */
@Command(name = "ledger", description = "The ledger: one line for each call, never changed.")
public final class LedgerCommand {
  private static final String ORG = "Its slug or id.";

  private final Desk desk;

  public LedgerCommand(Desk desk) {
    this.desk = desk;
  }

  @Command(description = "Print all lines of an organisation's days as CSV.")
  void export(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Option(names = "--csv", description = "The form; there is no other yet.") boolean csv,
      @Mixin Period period) {
    Query query = period.in(new Query("/ledger/export.csv").with("organisation", org));
    desk.client().copy(query.path(), desk.terminal().out());
  }

  @Command(description = "Prove that every sum follows from the lines and none is missing.")
  int verify() {
    Answer answer = desk.client().get("/ledger/verification");
    desk.show(
        answer,
        LedgerVerification.class,
        found -> found.whole() ? "whole" : "broken",
        LedgerText::verification);
    boolean whole = answer.as(LedgerVerification.class).whole();
    return (whole ? ExitCode.DONE : ExitCode.FINDINGS).number();
  }

  @Command(description = "Make all sums anew from the lines; a job.")
  void rebuild(@Mixin Waiting waiting) {
    Answer answer = desk.client().post("/ledger/rebuild", null);
    JobView job = answer.as(JobView.class);
    if (waiting.wanted(desk)) {
      new JobWatch(desk, job.id()).toItsEnd();
      desk.tell("All sums are made anew. Check them: innkeeper ledger verify");
    } else if (desk.options().json()) {
      desk.json(answer.json());
    } else {
      desk.terminal().out().println(job.id());
    }
  }

  @Command(
      description = "Write a refund or a correction, for good.",
      footer = {
        "",
        "For example: innkeeper ledger adjust brzoza --billed -12.50 --reason \"Outage on Tuesday\"",
        "A wrong one is taken back by its opposite; lines are never changed."
      })
  void adjust(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Option(
              names = "--cost",
              paramLabel = "USD",
              description = "At the upstream's prices; negative for what is given back.")
          Optional<String> cost,
      @Option(
              names = "--billed",
              paramLabel = "USD",
              description = "To the organisation; the cost with its markup when not given.")
          Optional<String> billed,
      @Option(names = "--line", paramLabel = "N", description = "The line it is about.")
          Optional<Long> line,
      @Option(
              names = "--reason",
              required = true,
              paramLabel = "TEXT",
              description = "Why; stays in the books.")
          String reason) {
    NewAdjustment wanted =
        new NewAdjustment(org, line.orElse(null), cost.orElse(null), billed.orElse(null), reason);
    desk.show(
        desk.client().post("/ledger/adjustments", wanted),
        LedgerLineView.class,
        written -> Long.toString(written.line()),
        written ->
            "Line %d: cost USD %s, billed USD %s."
                .formatted(written.line(), written.cost(), written.billed()));
  }

  @Command(
      name = "import",
      description = "Take calls into the books that were made before or beside Innkeeper.",
      footer = {
        "",
        "FILE holds one call a line, each a JSON object:",
        "  {\"generation\":\"gen-1\",\"at\":\"2026-10-01T08:15:00Z\",\"user\":\"u-1\",\"userName\":\"Anna\",",
        "   \"model\":\"acme/lark-mini\",\"prompt\":1200,\"completion\":340,\"cost\":\"0.000369\"}",
        "Each enters once, by its generation id: a file may be brought again after it was cut short."
      })
  void take(
      @Parameters(paramLabel = "ORG", description = ORG) String org,
      @Parameters(paramLabel = "FILE", description = "Where the calls are.") String file,
      @Option(
              names = "--upstream",
              paramLabel = "NAME",
              description = "Whose the generation ids are; import when not given.")
          Optional<String> upstream) {
    new CallImport(desk, org, upstream).take(file);
  }

  @Command(description = "List an organisation's adjustments and corrections, newest first.")
  void adjustments(
      @Parameters(paramLabel = "ORG", description = ORG) String org, @Mixin Limit limit) {
    new Lists(desk)
        .show(
            new Query("/ledger/adjustments").with("organisation", org),
            LedgerLineView.class,
            LedgerText.lines(desk.when()),
            limit,
            "Nothing was adjusted or corrected.");
  }

  @Command(description = "List calls kept aside because another one has their generation id.")
  void conflicts(@Mixin Limit limit) {
    new Lists(desk)
        .show(
            new Query("/ledger/conflicts"),
            ConflictView.class,
            LedgerText.conflicts(desk.when()),
            limit,
            "No two calls have the same generation id.");
  }

  @Command(description = "List records of the journal that could not be understood or stored.")
  void unreadable(@Mixin Limit limit) {
    new Lists(desk)
        .show(
            new Query("/ledger/unreadable"),
            UnreadableView.class,
            LedgerText.unreadable(desk.when()),
            limit,
            "Every record of the journal is in the ledger.");
  }

  @Command(description = "Show our sums beside the upstream's own, latest days first.")
  void compare(@Parameters(paramLabel = "ORG", description = ORG) String org, @Mixin Limit limit) {
    new Lists(desk)
        .show(
            Query.of("/organisations/{}/comparisons", org),
            ComparisonView.class,
            LedgerText.comparisons(),
            limit,
            "No day was compared yet; it is done once a night.");
  }
}
