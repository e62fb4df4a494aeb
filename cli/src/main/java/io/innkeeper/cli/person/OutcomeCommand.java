package io.innkeeper.cli.person;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.cli.job.JobWatch;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.Tone;
import io.innkeeper.client.ActPasswordView;
import io.innkeeper.client.Answer;
import io.innkeeper.client.PeopleActView;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper person outcome}: how it went with each, and what is left of it. */
@Command(
    name = "outcome",
    description = "How something done to people of several workspaces went, for 90 days.")
public final class OutcomeCommand implements Runnable {
  private final Desk desk;

  @Parameters(paramLabel = "ID", description = "As “person everywhere” told it.")
  private UUID id = new UUID(0, 0);

  @Option(names = "--repeat", description = "Try again what could not be done.")
  private boolean repeat;

  @Option(names = "--passwords", description = "Show passwords that were made, this once.")
  private boolean passwords;

  public OutcomeCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    if (repeat) {
      PeopleActView act =
          desk.client()
              .post(Query.of("/people/acts/{}/repeat", id).path(), null)
              .as(PeopleActView.class);
      if (act.jobId() != null) new JobWatch(desk, act.jobId()).toItsEnd();
    }
    if (passwords) showPasswords();
    else show(desk, now(desk, id));
  }

  private void showPasswords() {
    Answer answer = desk.client().post(Query.of("/people/acts/{}/passwords", id).path(), null);
    if (desk.options().json()) {
      desk.json(answer.json());
      return;
    }
    Table<ActPasswordView> table =
        new Table<ActPasswordView>()
            .column("Tenant", ActPasswordView::tenant)
            .column("E-mail", ActPasswordView::email)
            .column("Password", ActPasswordView::password);
    desk.table(table, List.of(answer.as(ActPasswordView[].class)), "");
  }

  static Answer now(Desk desk, UUID act) {
    return desk.client().get(Query.of("/people/acts/{}", act).path());
  }

  /** A row each; what failed is a finding. */
  static void show(Desk desk, Answer answer) {
    PeopleActView act = answer.as(PeopleActView.class);
    if (desk.options().json()) desk.json(answer.json());
    else {
      desk.table(table(act.verb()), act.results(), "");
      if (act.passwords() > 0)
        desk.tell("Passwords wait: innkeeper person outcome " + act.id() + " --passwords");
    }
    if (act.failed() == 0) return;
    throw new Refusal(
        ExitCode.FINDINGS,
        "It was not done everywhere.",
        "Mend it, then innkeeper person outcome " + act.id() + " --repeat.");
  }

  private static Table<PeopleActView.Result> table(String verb) {
    return new Table<PeopleActView.Result>()
        .column("Tenant", PeopleActView.Result::tenant)
        .column("E-mail", PeopleActView.Result::email)
        .column(verb, PeopleActView.Result::state, OutcomeCommand::tone)
        .column("", PeopleActView.Result::said);
  }

  private static Tone tone(PeopleActView.Result one) {
    return switch (one.state()) {
      case "failed", "refused" -> Tone.BAD;
      case "done", "same" -> Tone.GOOD;
      default -> Tone.WARNING;
    };
  }
}
