package io.innkeeper.cli.upkeep;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Limit;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Moment;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.client.Answer;
import io.innkeeper.client.AuditLineView;
import io.innkeeper.client.AuditVerification;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code innkeeper audit …} */
@Command(name = "audit", description = "The audit: who did what, when, from where.")
public final class AuditCommand {
  private final Desk desk;

  public AuditCommand(Desk desk) {
    this.desk = desk;
  }

  @Command(description = "List what was done, newest first.")
  void list(
      @Option(names = "--who", paramLabel = "NAME", description = "Only by them.")
          Optional<String> who,
      @Option(
              names = "--verb",
              paramLabel = "VERB",
              description = "For example tenant.stop, or tenant for all of them.")
          Optional<String> verb,
      @Option(names = "--subject", paramLabel = "TEXT", description = "What it was done to.")
          Optional<String> subject,
      @Option(names = "--result", paramLabel = "WORD", description = "done, refused or failed.")
          Optional<String> result,
      @Option(names = "--from", paramLabel = "TIME", description = Moment.SAYS)
          Optional<Moment> from,
      @Option(names = "--to", paramLabel = "TIME", description = "The same; not included.")
          Optional<Moment> to,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "40",
              description = "At most so many; 40 when not given.")
          int limit) {
    Query query =
        new Query("/audit")
            .with("who", who)
            .with("verb", verb)
            .with("subject", subject)
            .with("result", result)
            .with("from", from.map(desk::instant))
            .with("to", to.map(desk::instant));
    new Lists(desk)
        .show(
            query,
            AuditLineView.class,
            new AuditText(desk.when()).table(),
            Limit.of(limit),
            "Nothing like this was done.");
  }

  @Command(
      description = "Prove that no line was edited, removed or inserted.",
      footer = {
        "",
        "Keep the answer somewhere else. Given again as --lines and --hash, it proves that the audit"
            + " still begins with what it was then."
      })
  int verify(
      @Option(names = "--lines", paramLabel = "N", description = "From an earlier answer.")
          Optional<Long> lines,
      @Option(names = "--hash", paramLabel = "HASH", description = "From the same answer.")
          Optional<String> hash) {
    Query query = new Query("/audit/verification").with("lines", lines).with("hash", hash);
    Answer answer = desk.client().get(query.path());
    desk.show(
        answer,
        AuditVerification.class,
        found -> found.hash() == null ? "" : found.hash(),
        AuditText::verification);
    boolean whole = answer.as(AuditVerification.class).whole();
    return (whole ? ExitCode.DONE : ExitCode.FINDINGS).number();
  }
}
