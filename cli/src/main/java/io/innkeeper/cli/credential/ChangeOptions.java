package io.innkeeper.cli.credential;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.cli.job.JobWatch;
import io.innkeeper.cli.job.Waiting;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.Tone;
import io.innkeeper.client.Answer;
import io.innkeeper.client.CredentialChangePlan;
import io.innkeeper.client.CredentialChangeRequest;
import io.innkeeper.client.CredentialView;
import io.innkeeper.client.JobView;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every order to an SDDC Manager is given with, and the order itself. */
public final class ChangeOptions {
  @Option(names = "--reason", paramLabel = "TEXT", description = CredentialCommand.REASON)
  private Optional<String> reason = Optional.empty();

  @Option(
      names = "--dry-run",
      description = "Only show what to know before, what is touched and what is refused.")
  private boolean dryRun;

  @Mixin private Waiting waiting = new Waiting();

  boolean dryRun() {
    return dryRun;
  }

  void order(
      Desk desk,
      String verb,
      List<String> credentials,
      @Nullable String password,
      @Nullable Integer days) {
    List<UUID> ids = credentials.stream().map(new Named(desk, true)::id).toList();
    UUID environment =
        desk.client()
            .get(Query.of("/credentials/{}", ids.getFirst()).path())
            .as(CredentialView.class)
            .environment();
    Query path = Query.of("/environments/{}/credential-tasks", environment);
    if (dryRun) {
      plan(
          desk,
          desk.client()
              .post(
                  path.when(true, "dry-run").path(),
                  new CredentialChangeRequest(verb, ids, null, days, null)));
      return;
    }
    String why = CredentialCommand.reason(desk, reason);
    CredentialChangeRequest wanted = new CredentialChangeRequest(verb, ids, password, days, why);
    Answer answer = desk.client().post(path.path(), wanted);
    JobView job = answer.as(JobView.class);
    if (!waiting.wanted(desk)) {
      desk.show(
          answer,
          JobView.class,
          one -> one.id().toString(),
          one -> "A job does it. Watch it: innkeeper job watch " + one.id());
      return;
    }
    JobView _ = new JobWatch(desk, job.id()).toItsEnd();
    desk.tell("Done, and the copies kept here are the same.");
  }

  private static void plan(Desk desk, Answer answer) {
    if (desk.options().json()) {
      desk.json(answer.json());
      return;
    }
    CredentialChangePlan plan = answer.as(CredentialChangePlan.class);
    if (!desk.options().quiet()) plan.limits().forEach(desk.terminal().err()::println);
    Table<CredentialChangePlan.Account> table =
        new Table<CredentialChangePlan.Account>()
            .column("Account", CredentialChangePlan.Account::account)
            .column(
                "Touched",
                one -> one.refused() == null ? "yes" : "no: " + one.refused(),
                one -> one.refused() == null ? Tone.GOOD : Tone.BAD);
    desk.table(table, plan.accounts(), "");
    if (!plan.possible())
      throw new Refusal(
          ExitCode.FINDINGS,
          plan.busy() == null ? "It can't be ordered so." : plan.busy(),
          "Leave out what is refused.");
  }
}
